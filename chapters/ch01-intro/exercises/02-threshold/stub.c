/* 01-02  The threshold that a machine finds       build, core, 35 minutes
 *
 * Somebody has sorted a box of fruit. Which threshold on its size repeats
 * what that person did, with the fewest mistakes?
 *
 * Task      return the threshold, as threshold.h says. count_wrong() is the
 *           chapter's, and right; the places are yours.
 * Example   x = 5 2 9 4 7, t = 0 0 1 1 1: 3 and 6 have one wrong each, and
 *           no place has fewer: 3
 *
 * Check     make check EX=01-02          Stuck?   make hint EX=01-02
 */
#include "threshold.h"

#include <math.h>

int count_wrong(float at, const float *x, const float *t, int count)
{
    int wrong = 0;
    for (int n = 0; n < count; n++) {
        int said = x[n] > at;
        wrong += said != (t[n] > 0);
    }
    return wrong;
}

float threshold(const float *x, const float *t, int count)
{
    EXERCISE_TODO();
}
