#include "rows.h"

#include <stdlib.h>

int rows(float *y, const float *a, int rows, int columns)
{
    exit(y == a);
}
