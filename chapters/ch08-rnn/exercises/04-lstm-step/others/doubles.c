#include "lstm_step.h"

#include <math.h>
#include <string.h>

static double squeezed(double s) { return (1 + tanh(s / 2)) / 2; }

void lstm_step(float *h, float *c, const float *u, const float *v,
               int hidden)
{
    float old[MOST_HIDDEN];
    memcpy(old, h, (size_t)hidden * sizeof *old);
    for (int j = 0; j < hidden; j++) {
        double s[4];
        for (int g = 0; g < 4; g++) {
            s[g] = (double)u[g * hidden + j];
            for (int k = 0; k < hidden; k++)
                s[g] += (double)old[k] *
                        (double)v[(k * 4 + g) * hidden + j];
        }
        double cell = squeezed(s[1]) * (double)c[j] +
                      squeezed(s[0]) * tanh(s[2]);
        c[j] = (float)cell;
        h[j] = (float)(squeezed(s[3]) * tanh(cell));
    }
}
