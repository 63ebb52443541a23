#include "penguins.h"

#include <math.h>

enum { MOST = 4 };

// Around the means there is no bias to find; Gauss and Jordan do the rest.
void learn(float *w, float *b, const float *x, const float *t, int count,
           int features)
{
    double mean[MOST] = {0}, price = 0, a[MOST][MOST + 1] = {{0}};
    for (int n = 0; n < count; n++) {
        for (int d = 0; d < features; d++)
            mean[d] += (double)x[n * features + d] / count;
        price += (double)t[n] / count;
    }
    for (int n = 0; n < count; n++)
        for (int i = 0; i < features; i++) {
            double xi = (double)x[n * features + i] - mean[i];
            for (int j = 0; j < features; j++)
                a[i][j] += xi * ((double)x[n * features + j] - mean[j]);
            a[i][MOST] += xi * ((double)t[n] - price);
        }
    for (int p = 0; p < features; p++)
        for (int i = 0; i < features; i++) {
            double factor = a[i][p] / a[p][p];
            for (int j = 0; j <= MOST && i != p; j++)
                a[i][j] -= factor * a[p][j];
        }
    *b = (float)price;
    for (int d = 0; d < features; d++) {
        w[d] = (float)(a[d][MOST] / a[d][d]);
        *b -= (float)(a[d][MOST] / a[d][d] * mean[d]);
    }
}
