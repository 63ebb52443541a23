/* gradient_to_weights.h: what each weight had to do with the loss.
 *
 * The forward pass is exercise 07-02's, for each sample n of a batch:
 *
 *     y(n,i,j,f) = b(f) + sum over u, v, c of w(u,v,c,f) *
 *                  x(n, i*stride + u - padding, j*stride + v - padding, c)
 *
 * x   [samples, height, width, channels]           given
 * dy  [samples, out_height, out_width, filters]    dL/dy, given
 * dw  [size, size, channels, filters]              dL/dw, added to
 * db  [filters]                                    dL/db, added to
 *
 * dw and db hold sums from elsewhere when they arrive; add, do not average:
 * dividing by the number of samples is the loss's business.
 */
#ifndef GRADIENT_TO_WEIGHTS_H
#define GRADIENT_TO_WEIGHTS_H

#include "exercise.h"

void gradient_to_weights(float *dw, float *db, const float *dy,
                         const float *x, int samples, int height, int width,
                         int channels, int filters, int size, int stride,
                         int padding);

#endif
