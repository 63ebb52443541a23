/* 00-01  The sum of each column                   build, further, 15 minutes
 *
 * A table lies in memory row by row. Its columns are not side by side: from
 * a number to the one below it is a whole row.
 *
 * Task      add up each column, as columns.h says.
 * Example   2 rows of 3 columns, x = 1 2 3 10 20 30: sums = 11 22 33
 *
 * Check     make check EX=00-01          Stuck?   make hint EX=00-01
 */
#include "columns.h"

void column_sums(float *sums, const float *x, int rows, int columns)
{
    EXERCISE_TODO();
}
