#include "mini_batches.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate)
{
    for (int first = 0; first + batch <= houses; first += batch) {
        int left = houses - first, size = left < batch ? left : batch;
        float dw = 0, db = 0;
        for (int k = first; k < first + size; k++) {
            int n = order[k];
            float error = *w * x[n] + *b - t[n];
            dw += 2 * error * x[n] / (float)size;
            db += 2 * error / (float)size;
        }
        *w -= rate * dw;
        *b -= rate * db;
    }
}
