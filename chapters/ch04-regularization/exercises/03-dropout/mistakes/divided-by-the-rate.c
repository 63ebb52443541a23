#include "dropout.h"

void dropout(float *y, const float *x, const float *u, int units, float rate,
             int training)
{
    for (int k = 0; k < units; k++) {
        if (!training)
            y[k] = x[k];
        else
            y[k] = u[k] < rate ? 0 : x[k] / rate;
    }
}
