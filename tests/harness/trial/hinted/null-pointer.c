#include <stddef.h>

#include "rows.h"

// Not static: a compiler that knew of the null pointer would leave the line out that uses it.
float *nowhere = NULL;

int rows(float *y, const float *a, int rows, int columns)
{
    nowhere[0] = a[0];
    return (int)y[0] + rows * columns;
}
