/* 02-04  Standardising without a leak          build, further, 40 minutes
 *
 * Square feet by the thousand, bedrooms by the handful: the valley is narrow
 * until both are brought to one size. What does the size come from?
 *
 * Task      change train and test as standardise.h says.
 * Example   one column, train = 1 3 8, test = 12 4: mean 4, deviation
 *           sqrt((9 + 1 + 16) / 3) = 2.944, so test becomes 2.717 and 0
 *
 * Check     make check EX=02-04          Stuck?   make hint EX=02-04
 */
#include "standardise.h"

#include <math.h>

void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    EXERCISE_TODO();
}
