#include "gradient.h"

float gradient(float *dw, float *db, const float *w, float b, const float *x,
               const float *t, int houses, int features)
{
    float sum = 0;
    for (int d = 0; d < features; d++) dw[d] = 0;
    *db = 0;
    for (int n = 0; n < houses; n++) {
        const float *house = x + n * features;
        float error = b - t[n];
        for (int d = 0; d < features; d++) error += w[d] * house[d];
        float share = 2 / houses * error;
        for (int d = 0; d < features; d++) dw[d] += share * house[d];
        *db += share;
        sum += error * error;
    }
    return sum / (float)houses;
}
