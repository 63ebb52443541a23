#include "dropout.h"

#include <string.h>

void dropout(float *y, const float *x, const float *u, int units, float rate,
             int training)
{
    memcpy(y, x, (size_t)units * sizeof *y);
    if (!training) return;
    for (int k = 0; k < units; k++)
        y[k] = (float)((double)(u[k] >= rate) * (double)x[k] /
                       (1 - (double)rate));
}
