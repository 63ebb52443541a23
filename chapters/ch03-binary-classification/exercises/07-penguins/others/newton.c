#include "penguins.h"

#include <math.h>

// Solves a y = r by elimination; y is written over r.
static void solve(double a[5][5], double *r, int n)
{
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++) {
            if (i == k) continue;
            double f = a[i][k] / a[k][k];
            for (int j = 0; j < n; j++) a[i][j] -= f * a[k][j];
            r[i] -= f * r[k];
        }
    for (int k = 0; k < n; k++) r[k] /= a[k][k];
}

static void slope_and_bend(double *slope, double bend[5][5],
                           const double *line, const float *x, const float *t,
                           int samples, int features)
{
    for (int i = 0; i <= features; i++) {
        slope[i] = i < features ? 0.1 * line[i] : 0;
        for (int j = 0; j <= features; j++)
            bend[i][j] = i == j && i < features ? 0.1 : 0;
    }
    for (int n = 0; n < samples; n++) {
        double at[5], z = 0;
        for (int i = 0; i <= features; i++) {
            at[i] = i < features ? (double)x[n * features + i] : 1;
            z += line[i] * at[i];
        }
        double p = 1 / (1 + exp(-z));
        for (int i = 0; i <= features; i++) {
            slope[i] += (p - (double)t[n]) * at[i] / samples;
            for (int j = 0; j <= features; j++)
                bend[i][j] += p * (1 - p) * at[i] * at[j] / samples;
        }
    }
}

void learn(float *w, float *b, const float *x, const float *t, int samples,
           int features)
{
    double line[5] = {0}, slope[5], bend[5][5];
    for (int step = 0; step < 60; step++) {
        slope_and_bend(slope, bend, line, x, t, samples, features);
        solve(bend, slope, features + 1);
        for (int i = 0; i <= features; i++)
            line[i] -= (step < 20 ? 0.5 : 1) * slope[i];
    }
    for (int d = 0; d < features; d++) w[d] = (float)line[d];
    *b = (float)line[features];
}
