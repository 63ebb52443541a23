#include "temperature.h"

#include <math.h>

// Newton's step on 1 / T, kept between the ends that are known.
float temperature(const float *z, const float *label, int samples,
                  int classes)
{
    double low = 0.1, high = 10, b = 1;
    for (int step = 0; step < 200; step++) {
        double slope = 0, bend = 0;
        for (int n = 0; n < samples; n++) {
            const float *at = z + n * classes;
            double sum = 0, mean = 0, square = 0, own = (double)at[(int)label[n]];
            for (int k = 0; k < classes; k++) {
                double far = (double)at[k] - own, power = exp(b * far);
                sum += power;
                mean += power * far;
                square += power * far * far;
            }
            slope += mean / sum;
            bend += square / sum - mean * mean / (sum * sum);
        }
        if (slope < 0) low = b;
        else high = b;
        double next = b - slope / (bend + 1e-300);
        b = next > low && next < high ? next : (low + high) / 2;
    }
    return (float)(1 / b);
}
