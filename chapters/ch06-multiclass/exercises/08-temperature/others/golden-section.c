#include "temperature.h"

#include <math.h>

static double loss(double b, const float *z, const float *label, int samples,
                   int classes)
{
    double total = 0;
    for (int n = 0; n < samples; n++, z += classes) {
        double sum = 0, own = (double)z[(int)label[n]];
        for (int k = 0; k < classes; k++)
            sum += exp(b * ((double)z[k] - own));
        total += log(sum);
    }
    return total;
}

// Two probes in the golden ratio; the worse one becomes the end.
float temperature(const float *z, const float *label, int samples,
                  int classes)
{
    const double golden = (sqrt(5) - 1) / 2;
    double low = 0.1, high = 10;
    for (int step = 0; step < 70; step++) {
        double left = high - golden * (high - low);
        double right = low + golden * (high - low);
        if (loss(left, z, label, samples, classes) <=
            loss(right, z, label, samples, classes))
            high = right;
        else low = left;
    }
    return (float)(2 / (low + high));
}
