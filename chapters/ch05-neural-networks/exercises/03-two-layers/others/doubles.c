#include "back.h"

// A mean for each number in turn, in doubles.
static double sum_slope(int n, int j, const float *h, const float *e,
                        const float *w2, Sizes s)
{
    double at = (double)h[n * s.hidden + j], sum = 0;
    for (int k = s.outputs - 1; k >= 0; k--)
        sum += (double)e[n * s.outputs + k] * (double)w2[j * s.outputs + k];
    return sum * (1 - at * at);
}

void back(float *dw1, float *db1, float *dw2, const float *x, const float *h,
          const float *e, const float *w2, Sizes s)
{
    for (int j = 0; j < s.hidden; j++) {
        double bias = 0;
        for (int n = 0; n < s.samples; n++)
            bias += sum_slope(n, j, h, e, w2, s);
        db1[j] += (float)(bias / s.samples);
        for (int d = 0; d < s.inputs; d++) {
            double sum = 0;
            for (int n = 0; n < s.samples; n++)
                sum += sum_slope(n, j, h, e, w2, s) *
                       (double)x[n * s.inputs + d];
            dw1[d * s.hidden + j] += (float)(sum / s.samples);
        }
        for (int k = 0; k < s.outputs; k++) {
            double sum = 0;
            for (int n = 0; n < s.samples; n++)
                sum += (double)h[n * s.hidden + j] *
                       (double)e[n * s.outputs + k];
            dw2[j * s.outputs + k] += (float)(sum / s.samples);
        }
    }
}
