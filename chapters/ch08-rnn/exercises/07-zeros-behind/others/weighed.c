#include "calves.h"

const Cause cause = ZEROS_COUNTED;

// A day counts once or not at all.
float measured(const float *y, const float *x, const float *length,
               int calves, int longest)
{
    double sum = 0, days = 0;
    for (int i = 0; i < calves * longest; i++) {
        int t = i % longest;
        double counts = t + 1 < (int)length[i / longest];
        double off = counts > 0 ? (double)y[i] - (double)x[i + 1] : 0;
        sum += counts * off * off;
        days += counts;
    }
    return (float)(sum / days);
}

static const double rate = 0.05;

void fit(float *cell, const float *x, const float *length, int calves,
         int longest)
{
    double w = 0, v = 0, b = 0;
    for (int step = 0; step < 3000; step++) {
        double dw = 0, dv = 0, db = 0, days = 0;
        for (int n = 0; n < calves; n++) {
            double h[101] = {0}, later = 0;
            int last = (int)length[n] - 1;
            const float *at = x + n * longest;
            for (int t = 0; t < last; t++)
                h[t + 1] = w * (double)at[t] + v * h[t] + b;
            for (int t = last - 1; t >= 0; t--) {
                double dh = 2 * (h[t + 1] - (double)at[t + 1]) + v * later;
                dw += dh * (double)at[t];
                dv += dh * h[t];
                db += later = dh;
            }
            days += last;
        }
        w -= rate * dw / days;
        v -= rate * dv / days;
        b -= rate * db / days;
    }
    cell[0] = (float)w;
    cell[1] = (float)v;
    cell[2] = (float)b;
}
