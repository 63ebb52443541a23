#include "forget.h"

void learn(float *mean, float *count, const float *x, int pixels)
{
    for (int i = 0; i < pixels; i++) {
        double sum = (double)mean[i] * (double)*count;
        mean[i] = (float)((sum + (double)x[i]) / ((double)*count + 1));
    }
    *count = *count + 1;
}

void forget(float *mean, float *count, const float *x, int pixels)
{
    for (int i = 0; i < pixels; i++) {
        double sum = (double)mean[i] * (double)*count;
        mean[i] = (float)((sum - (double)x[i]) / ((double)*count - 1));
    }
    *count = *count - 1;
}
