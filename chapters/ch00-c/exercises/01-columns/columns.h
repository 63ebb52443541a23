/* columns.h: the sum of each column of a table.
 *
 * x      rows times columns numbers, row by row
 * sums   as many numbers as there are columns; whatever they held before is
 *        gone
 *
 * There is at least one column. Without rows each sum is 0. The arrays are
 * the caller's.
 */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "exercise.h"

void column_sums(float *sums, const float *x, int rows, int columns);

#endif
