/* gradient_to_input.h: what each pixel had to do with the loss.
 *
 * The forward pass is exercise 07-02's:
 *
 *     y(i,j,f) = b(f) + sum over u, v, c of w(u,v,c,f) *
 *                x(i*stride + u - padding, j*stride + v - padding, c)
 *
 * dy  [out_height, out_width, filters]     dL/dy, given
 * w   [size, size, channels, filters]      given
 * dx  [height, width, channels]            dL/dx, overwritten; arrives filled
 *                                          with garbage
 *
 * A pixel that no filter has seen has the gradient 0. There is no dx for
 * what lies outside the picture.
 */
#ifndef GRADIENT_TO_INPUT_H
#define GRADIENT_TO_INPUT_H

#include "exercise.h"

void gradient_to_input(float *dx, const float *dy, const float *w, int height,
                       int width, int channels, int filters, int size,
                       int stride, int padding);

#endif
