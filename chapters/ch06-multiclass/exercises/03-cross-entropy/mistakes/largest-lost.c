#include "cross_entropy.h"

#include <math.h>

float cross_entropy(float *dz, const float *z, const float *t, int samples,
                    int classes)
{
    float loss = 0;
    for (int n = 0; n < samples; n++) {
        const float *at = z + n * classes, *is = t + n * classes;
        float most = at[0], sum = 0;
        for (int k = 1; k < classes; k++) most = fmaxf(most, at[k]);
        for (int k = 0; k < classes; k++) sum += expf(at[k] - most);
        for (int k = 0; k < classes; k++) {
            float p = expf(at[k] - most) / sum;
            loss += is[k] * (logf(sum) - at[k]) / (float)samples;
            dz[n * classes + k] = (p - is[k]) / (float)samples;
        }
    }
    return loss;
}
