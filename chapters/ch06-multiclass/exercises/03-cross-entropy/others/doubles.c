#include "cross_entropy.h"

#include <math.h>

float cross_entropy(float *dz, const float *z, const float *t, int samples,
                    int classes)
{
    double total = 0;
    for (int n = samples - 1; n >= 0; n--) {
        double most = -INFINITY, sum = 0, own = 0;
        for (int k = 0; k < classes; k++)
            most = fmax(most, (double)z[n * classes + k]);
        for (int k = 0; k < classes; k++) {
            sum += exp((double)z[n * classes + k] - most);
            if (t[n * classes + k] > 0.5f) own = (double)z[n * classes + k];
        }
        total += log(sum) + most - own;
        for (int k = 0; k < classes; k++)
            dz[n * classes + k] =
                (float)((exp((double)z[n * classes + k] - most) / sum -
                         (double)t[n * classes + k]) /
                        samples);
    }
    return (float)(total / samples);
}
