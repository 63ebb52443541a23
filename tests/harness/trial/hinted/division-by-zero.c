#include "rows.h"

int rows(float *y, const float *a, int rows, int columns)
{
    volatile int none = 0;
    y[0] = a[0];
    return rows * columns / none;
}
