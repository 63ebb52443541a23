#include "back.h"

#include <stdlib.h>

// One layer after the other, for all samples; what goes from one to the
// other is kept.
void back(float *dw1, float *db1, float *dw2, const float *x, const float *h,
          const float *e, const float *w2, Sizes s)
{
    float *da = calloc((size_t)(s.samples * s.hidden), sizeof *da);
    for (int n = 0; n < s.samples; n++)
        for (int k = 0; k < s.outputs; k++)
            for (int j = 0; j < s.hidden; j++)
                da[n * s.hidden + j] +=
                    e[n * s.outputs + k] * w2[j * s.outputs + k];
    for (int i = 0; i < s.samples * s.hidden; i++)
        da[i] *= (1 - h[i]) * (1 + h[i]) / (float)s.samples;
    for (int j = 0; j < s.hidden; j++)
        for (int k = 0; k < s.outputs; k++) {
            float sum = 0;
            for (int n = 0; n < s.samples; n++)
                sum += h[n * s.hidden + j] * e[n * s.outputs + k];
            dw2[j * s.outputs + k] += sum / (float)s.samples;
        }
    for (int n = 0; n < s.samples; n++)
        for (int j = 0; j < s.hidden; j++) {
            db1[j] += da[n * s.hidden + j];
            for (int d = 0; d < s.inputs; d++)
                dw1[d * s.hidden + j] +=
                    x[n * s.inputs + d] * da[n * s.hidden + j];
        }
    free(da);
}
