#include "penguins.h"

#include <math.h>

void learn(float *w, float *b, const float *x, const float *t, int samples,
           int features)
{
    double line[5] = {0}, slope[5];
    for (int step = 0; step < 2500; step++) {
        for (int d = 0; d < features; d++) slope[d] = 0.1 * line[d];
        slope[features] = 0;
        for (int n = 0; n < samples; n++) {
            double z = line[features];
            for (int d = 0; d < features; d++)
                z += line[d] * (double)x[n * features + d];
            double error = 1 / (1 + exp(-z)) - (double)t[n];
            for (int d = 0; d < features; d++)
                slope[d] += error * (double)x[n * features + d] / samples;
            slope[features] += error / samples;
        }
        for (int d = 0; d <= features; d++) line[d] -= 0.4 * slope[d];
    }
    for (int d = 0; d < features; d++) w[d] = (float)line[d];
    *b = (float)line[features];
}
