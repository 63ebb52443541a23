#include "adam.h"

#include <math.h>

// Both corrections in the rate, as the paper proposes it; the powers by
// multiplying.
void adam_step(float *w, float *m, float *v, const float *g, int count, int t,
               float rate)
{
    double first = 1, second = 1;
    for (int k = 0; k < t; k++) {
        first *= 0.9;
        second *= 0.999;
    }
    float step = rate * (float)(sqrt(1 - second) / (1 - first));
    for (int i = 0; i < count; i++) {
        m[i] += 0.1f * (g[i] - m[i]);
        v[i] += 0.001f * (g[i] * g[i] - v[i]);
        w[i] -= step * m[i] / (sqrtf(v[i]) + 1e-8f);
    }
}
