#include "rows.h"

int rows(float *y, const float *a, int rows, int columns)
{
    for (volatile int i = 0; i < rows; y[0] = a[0]) continue;
    return rows * columns;
}
