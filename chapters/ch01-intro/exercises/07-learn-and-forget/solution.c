#include "forget.h"

void learn(float *mean, float *count, const float *x, int pixels)
{
    *count += 1;
    for (int i = 0; i < pixels; i++) mean[i] += (x[i] - mean[i]) / *count;
}

// The sum of n pictures less x, over n - 1:
// (n m - x) / (n - 1) = m + (m - x) / (n - 1)
void forget(float *mean, float *count, const float *x, int pixels)
{
    *count -= 1;
    for (int i = 0; i < pixels; i++) mean[i] += (mean[i] - x[i]) / *count;
}
