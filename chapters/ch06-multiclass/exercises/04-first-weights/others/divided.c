#include "first_weights.h"

#include <math.h>

// By the mean of the mean squares, and then by the number of inputs.
void first_weights(float *w, const float *u, const float *before, int inputs,
                   int outputs)
{
    float mean = 0;
    for (int d = 0; d < inputs; d++) mean += before[d] / (float)inputs;
    float root = sqrtf((float)inputs * mean / 2);
    for (int i = 0; i < inputs * outputs; i++) w[i] = u[i] / root;
}
