#include "adam.h"

#include <math.h>

void adam_step(float *w, float *m, float *v, const float *g, int count, int t,
               float rate)
{
    for (int i = count - 1; i >= 0; i--) {
        double slope = (double)g[i];
        double mean = 0.9 * (double)m[i] + 0.1 * slope;
        double square = 0.999 * (double)v[i] + 0.001 * slope * slope;
        m[i] = (float)mean;
        v[i] = (float)square;
        mean /= 1 - pow(0.9, t);
        square /= 1 - pow(0.999, t);
        w[i] = (float)((double)w[i] -
                       (double)rate * mean / (sqrt(square) + 1e-8));
    }
}
