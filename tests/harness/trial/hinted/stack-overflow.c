#include "rows.h"

// Ends only when columns is 0, and nobody makes it smaller.
static int depth(float *y, const float *a, int rows_left, int columns)
{
    volatile char room[100] = {1};
    return columns == 0 ? room[0] : depth(y, a, rows_left - 1, columns) + room[1];
}

int rows(float *y, const float *a, int rows, int columns)
{
    y[0] = a[0];
    return depth(y, a, rows, columns) + 1;
}
