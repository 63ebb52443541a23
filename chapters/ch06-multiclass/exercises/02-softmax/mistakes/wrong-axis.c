#include "softmax.h"

#include <math.h>

void softmax(float *p, const float *z, int samples, int classes)
{
    for (int k = 0; k < classes; k++) {
        float most = z[k], sum = 0;
        for (int n = 1; n < samples; n++)
            most = fmaxf(most, z[n * classes + k]);
        for (int n = 0; n < samples; n++)
            sum += expf(z[n * classes + k] - most);
        for (int n = 0; n < samples; n++)
            p[n * classes + k] = expf(z[n * classes + k] - most) / sum;
    }
}
