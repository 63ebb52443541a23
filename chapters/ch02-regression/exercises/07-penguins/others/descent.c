#include "penguins.h"

#include <math.h>

enum { MOST = 4 };

// Scaled, and then very many steps.
void learn(float *w, float *b, const float *x, const float *t, int count,
           int features)
{
    double mean[MOST] = {0}, size[MOST] = {0}, v[MOST] = {0}, c = 0;
    for (int d = 0; d < features; d++) {
        for (int n = 0; n < count; n++)
            mean[d] += (double)x[n * features + d] / count;
        for (int n = 0; n < count; n++)
            size[d] += pow((double)x[n * features + d] - mean[d], 2) / count;
        size[d] = sqrt(size[d]);
    }
    for (int n = 0; n < count; n++) c += (double)t[n] / count;
    for (int step = 0; step < 20000; step++) {
        double dv[MOST] = {0};
        for (int n = 0; n < count; n++) {
            double z[MOST], error = c - (double)t[n];
            for (int d = 0; d < features; d++) {
                z[d] = ((double)x[n * features + d] - mean[d]) / size[d];
                error += v[d] * z[d];
            }
            for (int d = 0; d < features; d++)
                dv[d] += 2 * error * z[d] / count;
        }
        double longest = 0;
        for (int d = 0; d < features; d++) {
            v[d] -= 0.2 * dv[d];
            longest = fmax(longest, fabs(dv[d]));
        }
        if (longest < 1e-9) break;
    }
    *b = (float)c;
    for (int d = 0; d < features; d++) {
        w[d] = (float)(v[d] / size[d]);
        *b -= (float)(v[d] / size[d] * mean[d]);
    }
}
