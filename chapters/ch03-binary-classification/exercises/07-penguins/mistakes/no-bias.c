#include "penguins.h"

#include <math.h>

void learn(float *w, float *b, const float *x, const float *t, int samples,
           int features)
{
    float dw[4];
    for (int d = 0; d < features; d++) w[d] = 0;
    *b = 0;
    for (int step = 0; step < 1500; step++) {
        for (int d = 0; d < features; d++) dw[d] = 0.1f * w[d];
        for (int n = 0; n < samples; n++) {
            float z = *b;
            for (int d = 0; d < features; d++)
                z += w[d] * x[n * features + d];
            float share = (1 / (1 + expf(-z)) - t[n]) / (float)samples;
            for (int d = 0; d < features; d++)
                dw[d] += share * x[n * features + d];
        }
        for (int d = 0; d < features; d++) w[d] -= 0.5f * dw[d];
    }
}
