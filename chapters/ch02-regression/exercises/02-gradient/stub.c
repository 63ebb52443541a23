/* 02-02  The squared error and its gradient      build, core, 30 minutes
 *
 * Write the function that every training of this book leans on: how far is
 * the line from the prices, and how does that grow with each weight?
 *
 *     L     = mean over n of (y(n) - t(n))^2
 *     dw(d) = 2 mean over n of (y(n) - t(n)) x(n,d)
 *     db    = 2 mean over n of (y(n) - t(n))
 *
 * Task      fill dw and db, and return L. gradient.h says how each array
 *           lies in memory.
 * Example   one feature, x = 1 2 5, t = 160 198 462, w = 80, b = 50:
 *           L = 396, dw = -44, db = -20, as in 02-01
 *
 * Check     make check EX=02-02          Stuck?   make hint EX=02-02
 */
#include "gradient.h"

float gradient(float *dw, float *db, const float *w, float b, const float *x,
               const float *t, int houses, int features)
{
    EXERCISE_TODO();
}
