#include "rising_loss.h"

#include <math.h>

// The gradient was a sum over the houses: with 12 of them a step was 12 times
// as long as that of a mean, and went over the valley and up on the far side.
const Cause cause = PRICES_MIXED_UP;

static float loss(const float *x, const float *t, int houses, float w,
                  float b)
{
    float sum = 0;
    for (int n = 0; n < houses; n++) {
        float error = w * x[n] + b - t[n];
        sum += error * error;
    }
    return sum / (float)houses;
}

float measured(const float *x, const float *t, int houses, float w, float b,
               float h)
{
    float above = loss(x, t, houses, w + h, b);
    float below = loss(x, t, houses, w - h, b);
    return (above - below) / (2 * h);
}

static const float rate = 0.1f;

// The slopes of the squared error in the directions of w and of b.
static void slopes(float *dw, float *db, const float *x, const float *t,
                   int houses, float w, float b)
{
    *dw = *db = 0;
    for (int n = 0; n < houses; n++) {
        float error = w * x[n] + b - t[n];
        *dw += 2 * error * x[n] / (float)houses;
        *db += 2 * error / (float)houses;
    }
}

void fit(float *w, float *b, const float *x, const float *t, int houses)
{
    float dw, db;
    *w = *b = 0;
    for (int step = 0; step < 200; step++) {
        slopes(&dw, &db, x, t, houses, *w, *b);
        *w -= rate * dw;
        *b -= rate * db;
    }
}
