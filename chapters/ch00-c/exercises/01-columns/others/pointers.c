#include "columns.h"

void column_sums(float *sums, const float *x, int rows, int columns)
{
    const float *end = x + rows * columns;
    for (int c = 0; c < columns; c++) {
        float sum = 0;
        for (const float *row = x; row < end; row += columns) sum += row[c];
        sums[c] = sum;
    }
}
