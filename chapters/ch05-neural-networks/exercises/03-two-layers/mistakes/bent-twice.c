#include "back.h"

#include <math.h>

void back(float *dw1, float *db1, float *dw2, const float *x, const float *h,
          const float *e, const float *w2, Sizes s)
{
    for (int n = 0; n < s.samples; n++)
        for (int j = 0; j < s.hidden; j++) {
            float at = h[n * s.hidden + j], dh = 0;
            for (int k = 0; k < s.outputs; k++) {
                float dy = e[n * s.outputs + k] / (float)s.samples;
                dw2[j * s.outputs + k] += dy * at;
                dh += dy * w2[j * s.outputs + k];
            }
            float da = dh * (1 - tanhf(at) * tanhf(at));
            db1[j] += da;
            for (int d = 0; d < s.inputs; d++)
                dw1[d * s.hidden + j] += da * x[n * s.inputs + d];
        }
}
