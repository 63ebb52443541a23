#include "cells.h"

#include <math.h>

static double sum_of(const float *numbers, const float *column, int count,
                     int columns)
{
    double sum = 0;
    for (int i = count - 1; i >= 0; i--)
        sum += (double)numbers[i] * (double)column[i * columns];
    return sum;
}

void cells(float *h, const float *x, const float *w, const float *v,
           const float *b, const float *start, int steps, int inputs,
           int hidden)
{
    for (int t = 0; t < steps; t++)
        for (int j = 0; j < hidden; j++) {
            const float *last = t > 0 ? h + (t - 1) * hidden : start;
            h[t * hidden + j] =
                (float)tanh(sum_of(last, v + j, hidden, hidden) +
                            sum_of(x + t * inputs, w + j, inputs, hidden) +
                            (double)b[j]);
        }
}
