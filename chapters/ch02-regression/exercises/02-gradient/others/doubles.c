#include "gradient.h"

float gradient(float *dw, float *db, const float *w, float b, const float *x,
               const float *t, int houses, int features)
{
    double loss = 0, bias = 0;
    for (int n = 0; n < houses; n++) {
        double y = (double)b;
        for (int d = 0; d < features; d++)
            y += (double)w[d] * (double)x[n * features + d];
        double e = y - (double)t[n];
        loss += e * e / houses;
        bias += 2 * e / houses;
    }
    for (int d = 0; d < features; d++) {
        double slope = 0;
        for (int n = 0; n < houses; n++) {
            double y = (double)b;
            for (int k = 0; k < features; k++)
                y += (double)w[k] * (double)x[n * features + k];
            slope +=
                2 * (y - (double)t[n]) * (double)x[n * features + d] / houses;
        }
        dw[d] = (float)slope;
    }
    *db = (float)bias;
    return (float)loss;
}
