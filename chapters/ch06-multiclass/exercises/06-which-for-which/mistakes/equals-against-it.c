#include "which.h"

static int place_of(const float *z, int classes, int label)
{
    int place = 0;
    for (int k = 0; k < classes; k++)
        place += z[k] > z[label] || (z[k] == z[label] && k != label);
    return place;
}

void confusion(float *counts, const float *z, const float *label, int samples,
               int classes)
{
    for (int i = 0; i < classes * classes; i++) counts[i] = 0;
    for (int n = 0; n < samples; n++) {
        int is = (int)label[n], taken = 0;
        for (int k = 1; k < classes; k++)
            if (z[n * classes + k] > z[n * classes + taken]) taken = k;
        counts[is * classes + taken] += 1;
    }
}

float top_k(const float *z, const float *label, int samples, int classes,
            int k)
{
    int right = 0;
    for (int n = 0; n < samples; n++)
        right += place_of(z + n * classes, classes, (int)label[n]) < k;
    return (float)right / (float)samples;
}
