#include "forget.h"

void learn(float *mean, float *count, const float *x, int pixels)
{
    const float n = ++*count, own = 1 / n;
    for (int i = 0; i < pixels; i++)
        mean[i] = (1 - own) * mean[i] + own * x[i];
}

void forget(float *mean, float *count, const float *x, int pixels)
{
    const float n = (*count)--, all = n / (n - 1), own = 1 / (n - 1);
    for (int i = 0; i < pixels; i++) mean[i] = all * mean[i] - own * x[i];
}
