#include <stddef.h>

#include "rows.h"

// volatile: a compiler that sees the null pointer may leave out what comes after it.
int rows(float *y, const float *a, int rows, int columns)
{
    float *volatile nowhere = NULL;
    nowhere[0] = a[0];
    return (int)y[0] + rows * columns;
}
