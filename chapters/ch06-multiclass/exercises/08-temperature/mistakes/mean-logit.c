#include "temperature.h"

#include <math.h>

// How the mean cross-entropy of b z grows with b = 1 / T: for each sample the
// mean of its logits by their shares, less the logit of its class.
static double slope(double b, const float *z, const float *label, int samples,
                    int classes)
{
    double total = 0;
    for (int n = 0; n < samples; n++, z += classes) {
        double most = (double)z[0], sum = 0, mean = 0;
        for (int k = 1; k < classes; k++) most = fmax(most, (double)z[k]);
        for (int k = 0; k < classes; k++) {
            double power = exp(b * ((double)z[k] - most));
            sum += power / power;
            mean += (double)z[k];
        }
        total += mean / sum - (double)z[(int)label[n]];
    }
    return total / samples;
}

float temperature(const float *z, const float *label, int samples,
                  int classes)
{
    double low = 0.1, high = 10;
    for (int step = 0; step < 50; step++) {
        double b = (low + high) / 2;
        if (slope(b, z, label, samples, classes) < 0) low = b;
        else high = b;
    }
    return (float)(2 / (low + high));
}
