#include "eight.h"

#include <math.h>

enum { UNITS = 8, CLASSES = 3 };

const Cause cause = RATE_TOO_SMALL;

float measured(const float *hidden, int inputs, int units)
{
    float most = 0;
    for (int d = 0; d < inputs; d++)
        for (int j = 1; j < units; j++)
            most = fmaxf(most, fabsf(hidden[d * units + j] -
                                     hidden[d * units]));
    return most;
}

static const float rate = 0.5f;

static void shares(float *p, const float *z)
{
    float most = fmaxf(z[0], fmaxf(z[1], z[2])), sum = 0;
    for (int k = 0; k < CLASSES; k++) sum += p[k] = expf(z[k] - most);
    for (int k = 0; k < CLASSES; k++) p[k] /= sum;
}

static void add_slopes(float *dhidden, float *doutput, const float *hidden,
                       const float *output, const float *x, int label,
                       float share)
{
    float h[UNITS], z[CLASSES] = {0}, dz[CLASSES];
    for (int j = 0; j < UNITS; j++) {
        h[j] = fmaxf(hidden[j] * x[0] + hidden[UNITS + j] * x[1], 0);
        for (int k = 0; k < CLASSES; k++)
            z[k] += output[j * CLASSES + k] * h[j];
    }
    shares(dz, z);
    dz[label] -= 1;
    for (int j = 0; j < UNITS; j++) {
        float dh = 0;
        for (int k = 0; k < CLASSES; k++) {
            dh += output[j * CLASSES + k] * dz[k];
            doutput[j * CLASSES + k] += share * h[j] * dz[k];
        }
        if (h[j] <= 0) continue;
        dhidden[j] += share * dh * x[0];
        dhidden[UNITS + j] += share * dh * x[1];
    }
}

static void first_weights(float *hidden, float *output, const float *u)
{
    for (int i = 0; i < 2 * UNITS; i++) hidden[i] = u[i];
    for (int i = 0; i < UNITS * CLASSES; i++)
        output[i] = 0.5f * u[2 * UNITS + i];
}

void fit(float *hidden, float *output, const float *x, const float *label,
         const float *u, int samples)
{
    first_weights(hidden, output, u);
    for (int step = 0; step < 600; step++) {
        float dhidden[2 * UNITS] = {0}, doutput[UNITS * CLASSES] = {0};
        for (int n = 0; n < samples; n++)
            add_slopes(dhidden, doutput, hidden, output, x + 2 * n,
                       (int)label[n], 1 / (float)samples);
        for (int i = 0; i < 2 * UNITS; i++) hidden[i] -= rate * dhidden[i];
        for (int i = 0; i < UNITS * CLASSES; i++)
            output[i] -= rate * doutput[i];
    }
}
