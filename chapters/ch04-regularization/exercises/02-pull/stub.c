/* 04-02  A gradient that pulls                      build, core, 25 minutes
 *
 * The loops are those of week 2. The pull is one term more, and one place
 * where it does not belong.
 *
 *     dw(d) = 2 mean over n of (y(n) - t(n)) x(n,d) + 2 lambda w(d)
 *     db    = 2 mean over n of (y(n) - t(n))
 *
 * Task      fill dw and db. pull.h says how each array lies in memory.
 * Example   one feature, x = 1 3, t = 2 4, w = 2, b = 0, lambda = 2:
 *           the errors are 0 and 2, dw = 2 (0*1 + 2*3) / 2 + 2*2*2 = 14,
 *           db = 2 (0 + 2) / 2 = 2
 *
 * Check     make check EX=04-02          Stuck?   make hint EX=04-02
 */
#include "pull.h"

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features, float lambda)
{
    EXERCISE_TODO();
}
