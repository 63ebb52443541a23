/* 06-05  Adam                                     build, further, 20 minutes
 *
 * Two running means for each weight, of its gradients and of their squares,
 * both begun at 0 and corrected for it:
 *
 *     m = 0.9 m + 0.1 g            v = 0.999 v + 0.001 g^2
 *     w = w - rate (m / (1 - 0.9^t)) / (sqrt(v / (1 - 0.999^t)) + 1e-8)
 *
 * Task      make one step. adam.h says what is given and what is kept.
 * Example   w = 1, g = -40, t = 1, rate = 0.25: m = -4, v = 1.6, and the
 *           step is as long as the rate: w = 1.25
 *
 * Check     make check EX=06-05          Stuck?   make hint EX=06-05
 */
#include "adam.h"

#include <math.h>

void adam_step(float *w, float *m, float *v, const float *g, int count, int t,
               float rate)
{
    EXERCISE_TODO();
}
