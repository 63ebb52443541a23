/* 02-03  Mini-batches                             build, core, 30 minutes
 *
 * Nobody waits for 21,613 houses to make one step. Take a few, step, take the
 * next few: one epoch of it is this function.
 *
 *     dw = 2 mean over the houses of the step of (y(n) - t(n)) x(n)
 *     db = 2 mean over the houses of the step of (y(n) - t(n))
 *     w -= rate dw,  b -= rate db
 *
 * Task      change w and b as one epoch does. mini_batches.h has the rules.
 * Example   x = 1 2 3, t = 2 2 5, order = 2 0 1, batch 2, rate 0.25, w = 0,
 *           b = 0. The first step takes houses 2 and 0: errors -5 and -2,
 *           dw = -17, db = -7, so w = 4.25, b = 1.75. The second takes house
 *           1 alone: error 8.25, dw = 33, db = 16.5: w = -4, b = -2.375
 *
 * Check     make check EX=02-03          Stuck?   make hint EX=02-03
 */
#include "mini_batches.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate)
{
    EXERCISE_TODO();
}
