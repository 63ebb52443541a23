/* 01-02  The threshold that a machine finds       build, core, 50 minutes
 *
 * Somebody has sorted a box of fruit. Which threshold on its size repeats
 * what that person did, with the fewest mistakes?
 *
 * Task      return the threshold, as threshold.h says.
 * Example   x = 30 34 40 44 52, t = 0 0 1 0 1: 37 and 48 have one wrong
 *           each, and no place has fewer: 37
 *
 * Check     make check EX=01-02          Stuck?   make hint EX=01-02
 */
#include "threshold.h"

#include <math.h>

float threshold(const float *x, const float *t, int count)
{
    EXERCISE_TODO();
}
