#include "mini_batches.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate)
{
    for (int k = 0; k < houses; k++) {
        int n = order[k];
        float error = *w * x[n] + *b - t[n];
        *w -= rate * 2 * error * x[n] / (float)batch;
        *b -= rate * 2 * error / (float)batch;
    }
}
