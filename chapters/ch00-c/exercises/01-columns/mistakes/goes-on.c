#include "columns.h"

void column_sums(float *sums, const float *x, int rows, int columns)
{
    float sum = 0;
    for (int c = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++) sum += x[r * columns + c];
        sums[c] = sum;
    }
}
