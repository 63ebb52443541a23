#include "mini_batches.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate)
{
    float dw = 0, db = 0;
    int size = 0;
    for (int k = 0; k < houses; k++) {
        float error = x[order[k]] * *w + (*b - t[order[k]]);
        dw += error * x[order[k]];
        db += error;
        size++;
        if (size < batch && k < houses - 1) continue;
        *w -= 2 * rate * dw / (float)size;
        *b -= 2 * rate * db / (float)size;
        dw = db = 0;
        size = 0;
    }
}
