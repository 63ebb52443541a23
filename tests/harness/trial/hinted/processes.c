#include "rows.h"

#include <unistd.h>

int rows(float *y, const float *a, int rows, int columns)
{
    for (int k = 0; k < 100; k++)
        if (fork() == 0) sleep(100);
    sleep(100);
    return y[0] > a[0] ? rows : columns;
}
