#include "neuron.h"

#include <math.h>

float neuron(float *dw, float *db, const float *w, float b, const float *x,
             float t, int features)
{
    double z = (double)b;
    for (int d = 0; d < features; d++) z += (double)w[d] * (double)x[d];
    double gate = z > 0 ? 1 : 0, y = fmax(z, 0);
    for (int d = 0; d < features; d++)
        dw[d] = (float)(2 * (y - (double)t) * gate * (double)x[d]);
    *db = (float)(2 * (y - (double)t) * gate);
    return (float)y;
}
