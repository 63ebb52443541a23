#include "bias.h"

void add_bias(float *y, const float *bias, int samples, int units,
              int sample_step, int unit_step, int bias_step)
{
    for (int f = 0; f < units; f++) {
        double b = (double)bias[f * bias_step];
        for (int n = 0; n < samples; n++) {
            float *at = &y[f * unit_step + n * sample_step];
            *at = (float)((double)*at + b);
        }
    }
}
