#include "which.h"

// With >= from the last class down, the first of equal ones wins.
static int largest(const float *z, int classes)
{
    int best = classes - 1;
    for (int k = classes - 2; k >= 0; k--)
        if (z[k] >= z[best]) best = k;
    return best;
}

void confusion(float *counts, const float *z, const float *label, int samples,
               int classes)
{
    for (int i = 0; i < classes * classes; i++) counts[i] = 0;
    for (int n = samples - 1; n >= 0; n--)
        counts[(int)label[n] * classes + largest(z + n * classes, classes)]++;
}

float top_k(const float *z, const float *label, int samples, int classes,
            int k)
{
    double share = 0;
    for (int n = 0; n < samples; n++, z += classes) {
        int is = (int)label[n], before = 0;
        for (int j = 0; j < is; j++) before += z[j] >= z[is];
        for (int j = is + 1; j < classes; j++) before += z[j] > z[is];
        if (before < k) share += 1.0 / samples;
    }
    return (float)share;
}
