#include "first_weights.h"

#include <math.h>

void first_weights(float *w, const float *u, const float *before, int inputs,
                   int outputs)
{
    double sum = 0;
    for (int d = inputs - 1; d >= 0; d--) sum += (double)before[d];
    for (int d = 0; d < inputs; d++)
        for (int h = 0; h < outputs; h++)
            w[d * outputs + h] =
                (float)((double)u[d * outputs + h] * sqrt(2.0 / sum));
}
