/* 07-08  The gradient to the input            build, further, 45 minutes
 *
 * Exercise 07-07 grown up: two axes, channels, filters, stride and padding.
 * A pixel was used at several places (i, j), each time with another weight of
 * each filter. Its gradient is the sum of all those shares.
 *
 * Task      overwrite dx. gradient_to_input.h has the forward pass.
 * Example   one channel, one filter, stride 1, no padding:
 *
 *           w = 1 2     dy = 1 10     dx = 1 12  20
 *               3 4                        3 34  40
 *
 *           The middle of the first row, 12, was met by y(0,0) with weight 2
 *           and by y(0,1) with weight 1: 2*1 + 1*10.
 *
 * Check     make check EX=07-08          Stuck?   make hint EX=07-08
 */
#include "gradient_to_input.h"

void gradient_to_input(float *dx, const float *dy, const float *w, int height,
                       int width, int channels, int filters, int size,
                       int stride, int padding)
{
    EXERCISE_TODO();
}
