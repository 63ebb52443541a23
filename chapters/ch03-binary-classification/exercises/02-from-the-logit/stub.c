/* 03-02  Sigmoid and loss, from the logit           build, core, 15 minutes
 *
 * The formulas are short, and as they stand they give no number where a line
 * is sure of itself: e^1000 is too large for a float, and 1 - p is 0 long
 * before that.
 *
 * Task      fill p and loss. No logit may make them infinite or no number,
 *           and a small loss must keep its digits.
 * Example   z = 0, t = 1:     p = 0.5, loss = log 2 = 0.6931
 *           z = 1000, t = 0:  p = 1,   loss = 1000
 *           z = -1000, t = 0: p = 0,   loss = 0
 *
 * Check     make check EX=03-02          Stuck?   make hint EX=03-02
 */
#include "from_the_logit.h"

#include <math.h>

void from_the_logit(float *p, float *loss, const float *z, const float *t,
                    int count)
{
    EXERCISE_TODO();
}
