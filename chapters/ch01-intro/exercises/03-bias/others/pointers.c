#include "bias.h"

void add_bias(float *y, const float *bias, int samples, int units,
              int sample_step, int unit_step, int bias_step)
{
    for (int f = 0; f < units; f++, y += unit_step, bias += bias_step) {
        float *at = y;
        for (int n = samples; n > 0; n--, at += sample_step) *at += *bias;
    }
}
