#include "columns.h"

void column_sums(float *sums, const float *x, int rows, int columns)
{
    for (int c = 0; c < columns; c++) sums[c] = 0;
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++) sums[c] += x[r * columns + c];
}
