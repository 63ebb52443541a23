#include "bias.h"

void add_bias(float *y, const float *bias, int samples, int units,
              int sample_step, int unit_step, int bias_step)
{
    (void)sample_step;
    (void)unit_step;
    for (int n = 0; n < samples; n++)
        for (int f = 0; f < units; f++)
            y[n * units + f] += bias[f * bias_step];
}
