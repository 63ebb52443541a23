#include "softmax.h"

#include <math.h>

void softmax(float *p, const float *z, int samples, int classes)
{
    float sum = 0;
    for (int n = 0; n < samples; n++) {
        const float *at = z + n * classes;
        float most = at[0];
        for (int k = 1; k < classes; k++) most = fmaxf(most, at[k]);
        for (int k = 0; k < classes; k++) sum += expf(at[k] - most);
        for (int k = 0; k < classes; k++)
            p[n * classes + k] = expf(at[k] - most) / sum;
    }
}
