#include "rare_kind.h"

const Cause cause = DIVIDED_BY_ALL;

// The mean picture first, and then the mean of that.
float measured(const float *x, const float *label, int count, int pixels,
               int kind)
{
    double all = 0;
    for (int i = 0; i < pixels; i++) {
        double mean = 0, seen = 0;
        for (int n = 0; n < count; n++) {
            if ((int)label[n] != kind) continue;
            seen++;
            mean += ((double)x[n * pixels + i] - mean) / seen;
        }
        all += mean;
    }
    return (float)(all / pixels);
}

void learn(float *mean, const float *x, const float *label, int count,
           int pixels, int kinds)
{
    for (int k = 0; k < kinds; k++)
        for (int i = 0; i < pixels; i++) {
            float sum = 0;
            int seen = 0;
            for (int n = 0; n < count; n++) {
                if ((int)label[n] != k) continue;
                sum += x[n * pixels + i];
                seen++;
            }
            mean[k * pixels + i] = sum / (float)seen;
        }
}
