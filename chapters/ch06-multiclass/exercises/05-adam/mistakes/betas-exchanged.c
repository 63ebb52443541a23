#include "adam.h"

#include <math.h>

void adam_step(float *w, float *m, float *v, const float *g, int count, int t,
               float rate)
{
    float first = 1 - powf(0.999f, (float)t);
    float second = 1 - powf(0.9f, (float)t);
    for (int i = 0; i < count; i++) {
        m[i] = 0.999f * m[i] + 0.001f * g[i];
        v[i] = 0.9f * v[i] + 0.1f * g[i] * g[i];
        float mean = m[i] / first, size = sqrtf(v[i] / second);
        w[i] -= rate * mean / (size + 1e-8f);
    }
}
