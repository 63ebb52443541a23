/* 07-10  The gradient of max pooling          build, further, 45 minutes
 *
 * Move a pixel a little that did not win its window, and the maximum does not
 * notice. Move the winner, and the maximum moves just as far.
 *
 * Task      overwrite dx. max_pooling_gradient.h says who wins among equals.
 * Example   one channel, size 2, stride 2, no padding:
 *
 *           x = 1 5 3 3     dy = 7 2     dx = 0 7 2 0
 *               4 2 3 0                       0 0 0 0
 *
 * Check     make check EX=07-10          Stuck?   make hint EX=07-10
 */
#include "max_pooling_gradient.h"

#include <math.h>

void max_pooling_gradient(float *dx, const float *dy, const float *x,
                          int height, int width, int channels, int size,
                          int stride, int padding)
{
    EXERCISE_TODO();
}
