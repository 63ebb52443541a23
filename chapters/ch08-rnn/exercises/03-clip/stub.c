/* 08-03  A gradient cut                              build, core, 25 minutes
 *
 * Now and then the gradient of a recurrent network is a hundred times as long
 * as usual, and one step along it undoes an hour of learning. Its direction
 * is still good; only its length is not.
 *
 * Task      cut it, and return how long it was. clip.h describes it.
 * Example   dw = 3 0, db = -4, most = 2: the length is 5, and dw = 1.2 0,
 *           db = -1.6 remain
 *
 * Check     make check EX=08-03          Stuck?   make hint EX=08-03
 */
#include "clip.h"

#include <math.h>

float clip(float *dw, float *db, int weights, int biases, float most)
{
    EXERCISE_TODO();
}
