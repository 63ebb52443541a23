#include "pull.h"

// The mean first, twice as much of it then, and the pull behind everything.
void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features, float lambda)
{
    for (int d = 0; d < features; d++) dw[d] = 0;
    *db = 0;
    for (int n = 0; n < samples; n++, x += features) {
        float error = b - t[n];
        for (int d = 0; d < features; d++) error += x[d] * w[d];
        for (int d = 0; d < features; d++) dw[d] += error * x[d];
        *db += error;
    }
    for (int d = 0; d < features; d++)
        dw[d] = 2 * dw[d] / (float)samples + 2 * lambda * w[d];
    *db = 2 * *db / (float)samples;
}
