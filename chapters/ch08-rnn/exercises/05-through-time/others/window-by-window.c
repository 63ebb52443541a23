#include "through_time.h"

// From the first window on, each from its last step back.
static void one_window(float *dw, float *dv, float *db, const float *dh,
                       const float *h, const float *x, const float *v,
                       int first, int last, int inputs, int hidden)
{
    float later[MOST_HIDDEN] = {0}, ds[MOST_HIDDEN];
    for (int t = last; t >= first; t--) {
        for (int j = 0; j < hidden; j++) {
            float after = h[(t + 1) * hidden + j];
            ds[j] = later[j] + dh[t * hidden + j];
            ds[j] *= (1 - after) * (1 + after);
            db[j] += ds[j];
        }
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < hidden; j++)
                dw[i * hidden + j] += ds[j] * x[t * inputs + i];
        for (int k = 0; k < hidden; k++) {
            later[k] = 0;
            for (int j = 0; j < hidden; j++) {
                dv[k * hidden + j] += ds[j] * h[t * hidden + k];
                later[k] += ds[j] * v[k * hidden + j];
            }
        }
    }
}

void through_time(float *dw, float *dv, float *db, const float *dh,
                  const float *h, const float *x, const float *v, int steps,
                  int inputs, int hidden, int window)
{
    for (int first = 0; first < steps; first += window) {
        int last = first + window < steps ? first + window - 1 : steps - 1;
        one_window(dw, dv, db, dh, h, x, v, first, last, inputs, hidden);
    }
}
