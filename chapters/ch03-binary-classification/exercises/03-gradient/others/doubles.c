#include "gradient.h"

#include <math.h>

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features)
{
    double sums[16] = {0}, bias = 0;
    for (int n = samples - 1; n >= 0; n--) {
        double z = 0;
        for (int d = 0; d < features; d++)
            z += (double)w[d] * (double)x[n * features + d];
        double error = 1 / (1 + exp(-z - (double)b)) - (double)t[n];
        for (int d = 0; d < features; d++)
            sums[d] += error * (double)x[n * features + d];
        bias += error;
    }
    for (int d = 0; d < features; d++) dw[d] = (float)(sums[d] / samples);
    *db = (float)(bias / samples);
}
