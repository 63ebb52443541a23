#include "mini_batches.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate)
{
    for (int first = 0; first < houses; first += batch) {
        int size = houses - first < batch ? houses - first : batch;
        for (int k = first; k < first + size; k++) {
            int n = order[k];
            float error = *w * x[n] + *b - t[n];
            *w -= rate * 2 * error * x[n] / (float)size;
            *b -= rate * 2 * error / (float)size;
        }
    }
}
