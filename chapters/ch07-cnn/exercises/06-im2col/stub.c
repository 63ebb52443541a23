/* 07-06  Convolution as a matrix product      build, further, 40 minutes
 *
 * Fast matrix products existed long before convolutional networks. To use
 * one, copy out what the filter sees at each place, one row for each; after
 * that, all sums of the convolution are one product of two matrices.
 *
 * Task      fill rows. im2col.h says in which order.
 * Example   one channel, size 2, stride 1, no padding:
 *
 *           x = 1 2 3     rows = 1 2 4 5
 *               4 5 6            2 3 5 6
 *
 * Check     make check EX=07-06          Stuck?   make hint EX=07-06
 */
#include "im2col.h"

void im2col(float *rows, const float *x, int height, int width, int channels,
            int size, int stride, int padding)
{
    EXERCISE_TODO();
}
