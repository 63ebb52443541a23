/* 03-03  The gradient of the cross-entropy          build, core, 30 minutes
 *
 * The derivation ends in a surprise: what is left of logarithm and sigmoid
 * is the error p - t, and the loops are those of week 2.
 *
 *     dw(d) = mean over n of (p(n) - t(n)) x(n,d),   p(n) = sigmoid(z(n))
 *     db    = mean over n of (p(n) - t(n))
 *
 * Task      fill dw and db. gradient.h says how each array lies in memory.
 * Example   one feature, x = 4 -2, t = 1 1, w = 0, b = 0: both p are 0.5,
 *           dw = (-0.5*4 + 0.5*2) / 2 = -0.5, db = -0.5
 *
 * Check     make check EX=03-03          Stuck?   make hint EX=03-03
 */
#include "gradient.h"

#include <math.h>

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features)
{
    EXERCISE_TODO();
}
