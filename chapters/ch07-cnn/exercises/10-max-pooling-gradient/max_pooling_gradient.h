/* max_pooling_gradient.h: which pixel a maximum has to thank.
 *
 * The forward pass is exercise 07-03's:
 *
 *     y(i,j,c) = the largest x(r,q,c) of window (i, j); size x size pixels,
 *                moved by stride, over the edge by `padding`, where nothing
 *                wins
 *
 * x   [height, width, channels]            given
 * dy  [out_height, out_width, channels]    dL/dy, given
 * dx  [height, width, channels]            dL/dx, overwritten; arrives filled
 *                                          with garbage
 *
 * Only the winner of a window gets its dy. Among equals the first one wins,
 * reading row by row. Windows may overlap: a pixel may win more than once.
 */
#ifndef MAX_POOLING_GRADIENT_H
#define MAX_POOLING_GRADIENT_H

#include "exercise.h"

void max_pooling_gradient(float *dx, const float *dy, const float *x,
                          int height, int width, int channels, int size,
                          int stride, int padding);

#endif
