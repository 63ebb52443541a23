#include "softmax.h"

#include <math.h>

void softmax(float *p, const float *z, int samples, int classes)
{
    for (int n = 0; n < samples; n++, z += classes, p += classes) {
        double most = (double)z[0], sum = 0;
        for (int k = classes - 1; k > 0; k--)
            if ((double)z[k] > most) most = (double)z[k];
        for (int k = classes - 1; k >= 0; k--)
            sum += exp((double)z[k] - most);
        for (int k = 0; k < classes; k++)
            p[k] = (float)(exp((double)z[k] - most) / sum);
    }
}
