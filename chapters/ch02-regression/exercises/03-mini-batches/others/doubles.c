#include "mini_batches.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate)
{
    double slope = (double)*w, start = (double)*b;
    for (int first = 0; first < houses; first += batch) {
        int end = first + batch;
        if (end > houses) end = houses;
        double dw = 0, db = 0;
        for (int k = first; k < end; k++) {
            double size = (double)x[order[k]];
            double error = slope * size + start - (double)t[order[k]];
            dw += error * size;
            db += error;
        }
        slope -= (double)rate * 2 * dw / (end - first);
        start -= (double)rate * 2 * db / (end - first);
    }
    *w = (float)slope;
    *b = (float)start;
}
