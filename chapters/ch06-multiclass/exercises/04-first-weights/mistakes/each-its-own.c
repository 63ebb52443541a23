#include "first_weights.h"

#include <math.h>

void first_weights(float *w, const float *u, const float *before, int inputs,
                   int outputs)
{
    for (int d = 0; d < inputs; d++)
        for (int h = 0; h < outputs; h++)
            w[d * outputs + h] =
                before[d] > 0
                    ? sqrtf(2 / (before[d] * (float)inputs)) *
                          u[d * outputs + h]
                    : 0;
}
