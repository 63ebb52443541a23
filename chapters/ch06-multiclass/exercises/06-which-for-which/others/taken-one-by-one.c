#include "which.h"

// Takes the largest that is left, k times.
static int taken(const float *z, int classes, int label, int k)
{
    char gone[64] = {0};
    for (int round = 0; round < k; round++) {
        int best = -1;
        for (int j = 0; j < classes; j++)
            if (!gone[j] && (best < 0 || z[j] > z[best])) best = j;
        if (best == label) return 1;
        gone[best] = 1;
    }
    return 0;
}

void confusion(float *counts, const float *z, const float *label, int samples,
               int classes)
{
    for (int is = 0; is < classes; is++)
        for (int as = 0; as < classes; as++) {
            float count = 0;
            for (int n = 0; n < samples; n++)
                count += (int)label[n] == is &&
                         taken(z + n * classes, classes, as, 1);
            counts[is * classes + as] = count;
        }
}

float top_k(const float *z, const float *label, int samples, int classes,
            int k)
{
    float share = 0;
    for (int n = 0; n < samples; n++)
        share += (float)taken(z + n * classes, classes, (int)label[n], k);
    return share / (float)samples;
}
