#include "penguins.h"

#include <math.h>

enum { MOST = 8 };   // room for the features and the bias

// The normal equation: a = sum of x x', with a 1 behind each x for the bias,
// and r = sum of x t.
static void add_up(double a[MOST][MOST], double r[MOST], const float *x,
                   const float *t, int count, int features)
{
    for (int n = 0; n < count; n++) {
        double row[MOST];
        for (int d = 0; d < features; d++)
            row[d] = (double)x[n * features + d];
        row[features] = 1;
        for (int i = 0; i <= features; i++) {
            for (int j = 0; j <= features; j++) a[i][j] += row[i] * row[j];
            r[i] += row[i] * (double)t[n];
        }
    }
}

// Gauss: below each pivot zeros, then from the last line up.
static void solve(double a[MOST][MOST], double r[MOST], int n)
{
    for (int p = 0; p < n; p++)
        for (int i = p + 1; i < n; i++) {
            double factor = a[i][p] / a[p][p];
            for (int j = p; j < n; j++) a[i][j] -= factor * a[p][j];
            r[i] -= factor * r[p];
        }
    for (int i = n - 1; i >= 0; i--) {
        for (int j = i + 1; j < n; j++) r[i] -= a[i][j] * r[j];
        r[i] /= a[i][i];
    }
}

void learn(float *w, float *b, const float *x, const float *t, int count,
           int features)
{
    double a[MOST][MOST] = {{0}}, r[MOST] = {0};
    add_up(a, r, x, t, count, features);
    solve(a, r, features + 1);
    for (int d = 0; d < features; d++) w[d] = (float)r[d];
    *b = (float)r[features];
}
