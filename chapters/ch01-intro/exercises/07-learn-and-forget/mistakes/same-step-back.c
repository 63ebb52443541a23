#include "forget.h"

void learn(float *mean, float *count, const float *x, int pixels)
{
    *count += 1;
    for (int i = 0; i < pixels; i++) mean[i] += (x[i] - mean[i]) / *count;
}

void forget(float *mean, float *count, const float *x, int pixels)
{
    for (int i = 0; i < pixels; i++) mean[i] -= (x[i] - mean[i]) / *count;
    *count -= 1;
}
