#include "pull.h"

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features, float lambda)
{
    double bias = 0;
    for (int d = 0; d < features; d++) {
        double sum = 0;
        for (int n = samples - 1; n >= 0; n--) {
            double error = (double)b - (double)t[n];
            for (int k = 0; k < features; k++)
                error += (double)w[k] * (double)x[n * features + k];
            sum += error * (double)x[n * features + d];
            if (d == 0) bias += error;
        }
        dw[d] = (float)(2 * (sum / samples + (double)lambda * (double)w[d]));
    }
    *db = (float)(2 * bias / samples);
}
