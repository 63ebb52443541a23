#include "lstm_step.h"

#include <math.h>

void lstm_step(float *h, float *c, const float *u, const float *v,
               int hidden)
{
    float s[4 * MOST_HIDDEN];
    int n = hidden;
    for (int column = 0; column < 4 * n; column++) {
        s[column] = u[column];
        for (int k = n - 1; k >= 0; k--)
            s[column] += h[k] * v[k * 4 * n + column];
    }
    for (int j = 0; j < n; j++) {
        c[j] /= 1 + expf(-s[n + j]);
        c[j] += tanhf(s[2 * n + j]) / (1 + expf(-s[j]));
        h[j] = tanhf(c[j]) / (1 + expf(-s[3 * n + j]));
    }
}
