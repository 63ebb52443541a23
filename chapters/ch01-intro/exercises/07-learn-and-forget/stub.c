/* 01-07  Learn, and forget                         build, core, 15 minutes
 *
 * A mean learns one picture at a time. Now somebody asks for a picture back:
 * the mean must become what it would be without it. But the other pictures
 * were never kept; there are only their mean and their number.
 *
 * Task      write both, as forget.h says. Find the step back with a pencil.
 * Example   mean = 2 8, count = 1: learn 4 2 makes it 3 5, with count 2.
 *           Learn 9 5: 5 5, with count 3. Forget 4 2: 5.5 6.5, with count 2,
 *           which is the mean of 2 8 and 9 5
 *
 * Check     make check EX=01-07          Stuck?   make hint EX=01-07
 */
#include "forget.h"

void learn(float *mean, float *count, const float *x, int pixels)
{
    EXERCISE_TODO();
}

void forget(float *mean, float *count, const float *x, int pixels)
{
    EXERCISE_TODO();
}
