#include "cells.h"

#include <math.h>

void cells(float *h, const float *x, const float *w, const float *v,
           const float *b, const float *start, int steps, int inputs,
           int hidden)
{
    const float *before = start;
    for (int t = 0; t < steps; t++, x += inputs, h += hidden) {
        for (int j = 0; j < hidden; j++) {
            float sum = b[j];
            for (int i = 0; i < inputs; i++) sum += x[i] * w[j * inputs + i];
            for (int k = 0; k < hidden; k++)
                sum += before[k] * v[k * hidden + j];
            h[j] = tanhf(sum);
        }
        before = h;
    }
}
