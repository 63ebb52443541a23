/* 07-09  The gradient to the weights          build, further, 50 minutes
 *
 * One weight is used at every place of every picture. So every place of every
 * picture sends it a share: the pixel that it met there, times dy there.
 *
 * Task      add to dw and db. gradient_to_weights.h has the forward pass.
 * Example   one sample, one channel, one filter of 2 x 2, stride 1, no
 *           padding; dw and db hold zeros:
 *
 *           x = 1 2 3     dy = 1 10     dw = 21 32     db = 11
 *               4 5 6                        54 65
 *
 *           The first weight met 1 at the first place, 2 at the second:
 *           1*1 + 2*10 = 21.
 *
 * Check     make check EX=07-09          Stuck?   make hint EX=07-09
 */
#include "gradient_to_weights.h"

void gradient_to_weights(float *dw, float *db, const float *dy,
                         const float *x, int samples, int height, int width,
                         int channels, int filters, int size, int stride,
                         int padding)
{
    EXERCISE_TODO();
}
