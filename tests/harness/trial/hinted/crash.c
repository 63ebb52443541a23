#include "rows.h"

#include <signal.h>

int rows(float *y, const float *a, int rows, int columns)
{
    raise(SIGTERM);
    return rows * columns;
}
