#include "pull.h"

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features, float lambda)
{
    for (int d = 0; d < features; d++) dw[d] = 2 * lambda * w[d];
    *db = 0;
    for (int n = 0; n < samples; n++) {
        float y = b;
        for (int d = 0; d < features; d++) y += w[d] * x[n * features + d];
        float share = 2 / samples * (y - t[n]);
        for (int d = 0; d < features; d++)
            dw[d] += share * x[n * features + d];
        *db += share;
    }
}
