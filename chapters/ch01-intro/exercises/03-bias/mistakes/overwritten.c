#include "bias.h"

void add_bias(float *y, const float *bias, int samples, int units,
              int sample_step, int unit_step, int bias_step)
{
    for (int n = 0; n < samples; n++)
        for (int f = 0; f < units; f++)
            y[n * sample_step + f * unit_step] = bias[f * bias_step];
}
