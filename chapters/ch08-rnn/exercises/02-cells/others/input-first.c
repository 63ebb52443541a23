#include "cells.h"

#include <math.h>

// The input's part of all steps in one go, as the library does it; what is
// left hangs on the step before.
void cells(float *h, const float *x, const float *w, const float *v,
           const float *b, const float *start, int steps, int inputs,
           int hidden)
{
    for (int t = 0; t < steps; t++)
        for (int j = 0; j < hidden; j++) h[t * hidden + j] = b[j];
    for (int t = 0; t < steps; t++)
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < hidden; j++)
                h[t * hidden + j] += x[t * inputs + i] * w[i * hidden + j];
    for (int t = 0; t < steps; t++) {
        const float *last = t == 0 ? start : h - hidden;
        for (int k = 0; k < hidden; k++)
            for (int j = 0; j < hidden; j++)
                h[j] += last[k] * v[k * hidden + j];
        for (int j = 0; j < hidden; j++) h[j] = tanhf(h[j]);
        h += hidden;
    }
}
