#include "through_time.h"

#include <stdbool.h>
#include <string.h>

void through_time(float *dw, float *dv, float *db, const float *dh,
                  const float *h, const float *x, const float *v, int steps,
                  int inputs, int hidden, int window)
{
    float later[MOST_HIDDEN] = {0};
    for (int t = steps - 1; t >= 0; t--) {
        const float *before = h + t * hidden, *after = before + hidden;
        float earlier[MOST_HIDDEN] = {0};
        bool border = window == 0;   // behind this step
        for (int j = 0; j < hidden; j++) {
            float all = dh[t * hidden + j] + (border ? 0 : later[j]);
            float ds = all * (1 - after[j] * after[j]);
            db[j] += ds;
            for (int i = 0; i < inputs; i++)
                dw[i * hidden + j] += x[t * inputs + i] * ds;
            for (int k = 0; k < hidden; k++) {
                dv[k * hidden + j] += before[k] * ds;
                earlier[k] += v[k * hidden + j] * ds;
            }
        }
        memcpy(later, earlier, sizeof later);
    }
}
