/* 05-03  Back through two layers                     build, core, 30 minutes
 *
 * The page walks back from one logit. Here there are several outputs, and
 * the loss is half the squared error, whose slope at an output is e(n,k) /
 * samples. A hidden unit hears from all outputs.
 *
 * Task      add the slopes of the loss to dw1, db1 and dw2. back.h says how
 *           the arrays lie and how the numbers in them were made.
 * Example   one sample, x = 2, one unit that handed on h = 0.5, one output,
 *           w2 = 4, e = -1. To each is added:
 *           dw2: -1 * 0.5 = -0.5       db1: -1 * 4 * (1 - 0.25) = -3
 *           dw1: 2 * -3 = -6
 *
 * Check     make check EX=05-03          Stuck?   make hint EX=05-03
 */
#include "back.h"

void back(float *dw1, float *db1, float *dw2, const float *x, const float *h,
          const float *e, const float *w2, Sizes s)
{
    EXERCISE_TODO();
}
