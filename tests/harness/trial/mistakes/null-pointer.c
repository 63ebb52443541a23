#include "rows.h"

int rows(float *y, const float *a, int rows, int columns)
{
    y = 0;
    y[0] = a[0];
    return rows * columns;
}
