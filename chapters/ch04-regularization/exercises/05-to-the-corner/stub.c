/* 04-05  Into the corner                         build, further, 25 minutes
 *
 * The slope of |w| is 1 on one side of 0 and -1 on the other, so a plain
 * step jumps to and fro across 0. A proximal step lands on it.
 *
 * Task      write proximal_step(), as proximal.h describes it.
 * Example   w = 1 -0.2, dw = 2 -1, rate 0.1, lambda 3: the step leads to
 *           0.8 and -0.1; the threshold is 0.3, so w = 0.5 and 0
 *
 * Check     make check EX=04-05          Stuck?   make hint EX=04-05
 */
#include "proximal.h"

#include <math.h>

void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda)
{
    EXERCISE_TODO();
}
