#include "rows.h"

#include <stdio.h>

int rows(float *y, const float *a, int rows, int columns)
{
    while (rows > 0) puts("still counting");
    return columns;
}
