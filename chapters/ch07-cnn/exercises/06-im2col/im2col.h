/* im2col.h: everything that a filter looks at, one row for each place.
 *
 * x      [height, width, channels]
 * rows   [out_height * out_width, size * size * channels]
 *
 * Row i*out_width + j holds what the filter sees at place (i, j), in the
 * order of the filter's own weights: u slowest, then v, then the channel c.
 * What lies outside the picture is 0. Then convolution is one matrix product,
 * rows times w [size * size * channels, filters].
 * rows is the caller's and arrives filled with garbage.
 */
#ifndef IM2COL_H
#define IM2COL_H

#include "exercise.h"

void im2col(float *rows, const float *x, int height, int width, int channels,
            int size, int stride, int padding);

#endif
