#include "columns.h"

void column_sums(float *sums, const float *x, int rows, int columns)
{
    for (int c = 0; c < columns; c++) {
        double sum = 0;
        for (int r = rows - 1; r >= 0; r--) sum += x[r * columns + c];
        sums[c] = (float)sum;
    }
}
