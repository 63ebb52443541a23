/* 04-03  Dropout                                    build, core, 20 minutes
 *
 * A unit is cut off with a chance of `rate`. Those that stay are made so much
 * larger that the sum of all is, on average, what it was. When the network is
 * asked, nothing of this happens.
 *
 * Task      write dropout(). Chance comes from outside: u has a number for
 *           each unit, and a unit is cut off where its number is below rate.
 * Example   x = 4 8, u = 0.1 0.9, rate 0.2: in training y = 0 10, asked
 *           y = 4 8
 *
 * Check     make check EX=04-03          Stuck?   make hint EX=04-03
 */
#include "dropout.h"

void dropout(float *y, const float *x, const float *u, int units, float rate,
             int training)
{
    EXERCISE_TODO();
}
