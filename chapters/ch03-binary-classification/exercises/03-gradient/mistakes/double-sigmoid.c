#include "gradient.h"

#include <math.h>

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features)
{
    for (int d = 0; d < features; d++) dw[d] = 0;
    *db = 0;
    for (int n = 0; n < samples; n++) {
        float z = b;
        for (int d = 0; d < features; d++) z += w[d] * x[n * features + d];
        float p = 1 / (1 + expf(-z));
        p = 1 / (1 + expf(-p));
        float share = (p - t[n]) / (float)samples;
        for (int d = 0; d < features; d++)
            dw[d] += share * x[n * features + d];
        *db += share;
    }
}
