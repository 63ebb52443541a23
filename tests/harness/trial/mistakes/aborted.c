#include "rows.h"

#include <stdlib.h>

int rows(float *y, const float *a, int rows, int columns)
{
    float *sum = malloc((size_t)columns * sizeof *sum);
    for (int i = 0; i < rows * columns; i++) sum[i] = a[i];
    free(sum);
    free(sum);
    y[0] = sum[0];
    return rows * columns;
}
