#include "gradient.h"

#include <math.h>

// A yes pulls with 1 - p, a no pushes with p.
void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features)
{
    *db = 0;
    for (int d = 0; d < features; d++) dw[d] = 0;
    for (int n = 0; n < samples; n++, x += features) {
        float z = b;
        for (int d = 0; d < features; d++) z += w[d] * x[d];
        float pull = t[n] > 0.5f ? -1 / (1 + expf(z)) : 1 / (1 + expf(-z));
        for (int d = 0; d < features; d++)
            dw[d] += pull * x[d] / (float)samples;
        *db += pull / (float)samples;
    }
}
