#include "ring.h"

#include <math.h>

// The steps go over the weights only, so the biases stay at 0. Without them
// every sum changes its sign when x does, tanh keeps that, and so does the
// logit: where the network says yes, it says no at the opposite point. But a
// point near the middle has its opposite near the middle.
const Cause cause = BIASES_STAY;

// The logit of one point; h [UNITS] is what the units hand on.
static float logit(float *h, const float *w, const float *x)
{
    float z = w[COUNT - 1];
    for (int j = 0; j < UNITS; j++) {
        h[j] = tanhf(w[j] * x[0] + w[UNITS + j] * x[1] + w[WEIGHTS + j]);
        z += w[2 * UNITS + j] * h[j];
    }
    return z;
}

float measured(const float *w, const float *x, int samples)
{
    float most = 0;
    for (int n = 0; n < samples; n++) {
        float h[UNITS], opposite[] = {-x[2 * n], -x[2 * n + 1]};
        float sum = logit(h, w, x + 2 * n) + logit(h, w, opposite);
        most = fmaxf(most, fabsf(sum));
    }
    return most;
}

static void add_slopes(float *dw, const float *w, const float *x, float t,
                       float share)
{
    float h[UNITS], z = logit(h, w, x);
    float dz = share * (1 / (1 + expf(-z)) - t);
    dw[COUNT - 1] += dz;
    for (int j = 0; j < UNITS; j++) {
        float da = dz * w[2 * UNITS + j] * (1 - h[j] * h[j]);
        dw[2 * UNITS + j] += dz * h[j];
        dw[WEIGHTS + j] += da;
        dw[j] += da * x[0];
        dw[UNITS + j] += da * x[1];
    }
}

static const float rate = 1;

void fit(float *w, const float *x, const float *t, const float *u,
         int samples)
{
    for (int i = 0; i < COUNT; i++) w[i] = i < WEIGHTS ? u[i] : 0;
    for (int step = 0; step < 600; step++) {
        float dw[COUNT] = {0};
        for (int n = 0; n < samples; n++)
            add_slopes(dw, w, x + 2 * n, t[n], 1 / (float)samples);
        for (int i = 0; i < COUNT - 1; i++) w[i] -= rate * dw[i];
    }
}
