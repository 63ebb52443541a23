#include "softmax.h"

#include <math.h>

// 1 / p(k) is the sum of e^(z(j) - z(k)): where that is too large, p is 0.
void softmax(float *p, const float *z, int samples, int classes)
{
    for (int n = 0; n < samples; n++)
        for (int k = 0; k < classes; k++) {
            float sum = 0;
            for (int j = 0; j < classes; j++)
                sum += expf(z[n * classes + j] - z[n * classes + k]);
            p[n * classes + k] = 1 / sum;
        }
}
