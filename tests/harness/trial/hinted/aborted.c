#include "rows.h"

#include <stdlib.h>

int rows(float *y, const float *a, int rows, int columns)
{
    float *sum = malloc((size_t)columns * sizeof *sum);
    for (int i = 0; i < columns; i++) sum[i] = a[i];
    float *volatile again = sum;
    y[0] = sum[0];
    free(sum);
    free(again);
    return rows * columns;
}
