/* convolution.h: a picture seen through a set of filters.
 *
 * x   [height, width, channels]          the picture
 * w   [size, size, channels, filters]    the filters
 * b   [filters]                          one bias a filter
 * y   [out_height, out_width, filters]   what the filters answer
 *
 * The last axis varies fastest: x(i,j,c) is x[(i*width + j)*channels + c],
 * w(u,v,c,f) is w[((u*size + v)*channels + c)*filters + f]. Both output sizes
 * are those of exercise 07-01. Padding is zeros on all four sides; it is not
 * in memory. All arrays are the caller's; y arrives filled with garbage.
 */
#ifndef CONVOLUTION_H
#define CONVOLUTION_H

#include "exercise.h"

void convolution(float *y, const float *x, const float *w, const float *b,
                 int height, int width, int channels, int filters, int size,
                 int stride, int padding);

#endif
