#include "no_to_everyone.h"

#include <math.h>

// The mean error was multiplied by the mean of x. That mean is 0, since x is
// scaled: so w never moved, and b learned how many are ill, and no more. What
// is wanted is the mean of the products, each error with its own x.
const Cause cause = PRODUCT_OF_MEANS;

static float sigmoid(float z) { return 1 / (1 + expf(-z)); }

static float loss(const float *x, const float *t, int people, float w,
                  float b)
{
    float sum = 0;
    for (int n = 0; n < people; n++) {
        float p = sigmoid(w * x[n] + b);
        sum -= t[n] * logf(p) + (1 - t[n]) * logf(1 - p);
    }
    return sum / (float)people;
}

float measured(const float *x, const float *t, int people, float w, float b,
               float h)
{
    float above = loss(x, t, people, w + h, b);
    float below = loss(x, t, people, w - h, b);
    return (above - below) / (2 * h);
}

static const float rate = 0.5f;

static float probability(float w, float b, float x)
{
    return sigmoid(w * x + b);
}

static void slopes(float *dw, float *db, const float *x, const float *t,
                   int people, float w, float b)
{
    *dw = *db = 0;
    for (int n = 0; n < people; n++) {
        float error = probability(w, b, x[n]) - t[n];
        *dw += error * x[n] / (float)people;
        *db += error / (float)people;
    }
}

void fit(float *w, float *b, const float *x, const float *t, int people)
{
    float dw, db;
    *w = *b = 0;
    for (int step = 0; step < 2000; step++) {
        slopes(&dw, &db, x, t, people, *w, *b);
        *w -= rate * dw;
        *b -= rate * db;
    }
}
