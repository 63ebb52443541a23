#include "dropout.h"

// A factor for each unit: 1, 0, or what makes up for those that are cut off.
void dropout(float *y, const float *x, const float *u, int units, float rate,
             int training)
{
    for (int k = units - 1; k >= 0; k--) {
        float factor = 1;
        if (training) factor = u[k] >= rate ? 1 / (1 - rate) : 0;
        y[k] = factor * x[k];
    }
}
