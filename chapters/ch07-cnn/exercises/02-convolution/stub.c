/* 07-02  Convolution                             build, core, 40 minutes
 *
 * Write the sum that gives this chapter its name, as plain loops. Close the
 * book first: its section "In plain loops" has nearly this program.
 *
 *     y(i,j,f) = b(f) + sum over u, v, c of w(u,v,c,f) *
 *                x(i*stride + u - padding, j*stride + v - padding, c)
 *
 * where x counts as 0 outside the picture.
 *
 * Task      fill y. convolution.h says how each array lies in memory.
 * Example   one channel, one filter, stride 1, no padding, bias 1:
 *
 *           x = 1 2 3     w = 1 0     y(0,0) = 1 + 1*1 + 0*2 + 0*4 + 2*5 = 12
 *               4 5 6         0 2     y(0,1) = 1 + 1*2 + 0*3 + 0*5 + 2*6 = 15
 *
 * Check     make check EX=07-02          Stuck?   make hint EX=07-02
 */
#include "convolution.h"

void convolution(float *y, const float *x, const float *w, const float *b,
                 int height, int width, int channels, int filters, int size,
                 int stride, int padding)
{
    EXERCISE_TODO();
}
