#include "through_time.h"

static double back(const double *ds, const float *v, int hidden, int k)
{
    double sum = 0;
    for (int j = 0; j < hidden; j++) sum += ds[j] * (double)v[k * hidden + j];
    return sum;
}

void through_time(float *dw, float *dv, float *db, const float *dh,
                  const float *h, const float *x, const float *v, int steps,
                  int inputs, int hidden, int window)
{
    double ds[MOST_HIDDEN] = {0}, all[MOST_HIDDEN];
    for (int t = steps - 1; t >= 0; t--) {
        const float *after = h + (t + 1) * hidden;
        for (int j = 0; j < hidden; j++) {
            all[j] = (double)dh[t * hidden + j];
            if ((t + 1) % window != 0) all[j] += back(ds, v, hidden, j);
        }
        for (int j = 0; j < hidden; j++) {
            ds[j] = all[j] * (1 - (double)after[j] * (double)after[j]);
            for (int i = 0; i < inputs; i++)
                dw[i * hidden + j] +=
                    (float)(ds[j] * (double)x[t * inputs + i]);
            for (int k = 0; k < hidden; k++)
                dv[k * hidden + j] +=
                    (float)(ds[j] * (double)h[t * hidden + k]);
            db[j] += (float)ds[j];
        }
    }
}
