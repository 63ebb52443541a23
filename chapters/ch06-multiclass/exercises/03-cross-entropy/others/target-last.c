#include "cross_entropy.h"

#include <math.h>

// Shares first, then 1 less at the class that it was.
float cross_entropy(float *dz, const float *z, const float *t, int samples,
                    int classes)
{
    float loss = 0;
    for (int n = 0; n < samples; n++, z += classes, t += classes) {
        int label = 0, best = 0;
        for (int k = 1; k < classes; k++) {
            if (t[k] == 1) label = k;
            if (z[k] > z[best]) best = k;
        }
        float sum = 0;
        for (int k = 0; k < classes; k++) sum += expf(z[k] - z[best]);
        for (int k = 0; k < classes; k++)
            dz[n * classes + k] = expf(z[k] - z[best]) / sum;
        dz[n * classes + label] -= 1;
        for (int k = 0; k < classes; k++)
            dz[n * classes + k] /= (float)samples;
        loss += logf(sum) + (z[best] - z[label]);
    }
    return loss / (float)samples;
}
