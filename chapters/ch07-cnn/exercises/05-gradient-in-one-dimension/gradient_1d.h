/* gradient_1d.h: backpropagation through a convolution of one row.
 *
 * The forward pass, over places = length - size + 1 places:
 *
 *     y(i) = sum over u of w(u) * x(i + u)
 *
 * Given dy(i) = dL/dy(i) for some loss L, the two gradients are
 *
 *     dx(r) = dL/dx(r)   [length]   overwritten; arrives filled with garbage
 *     dw(u) = dL/dw(u)   [size]     added to what dw holds, because a weight
 *                                   may be used by other samples as well
 */
#ifndef GRADIENT_1D_H
#define GRADIENT_1D_H

#include "exercise.h"

void gradient_1d(float *dx, float *dw, const float *dy, const float *x,
                 const float *w, int length, int size);

#endif
