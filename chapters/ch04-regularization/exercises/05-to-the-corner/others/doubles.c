#include "proximal.h"

#include <math.h>

void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda)
{
    for (int d = 0; d < weights; d++) {
        double v = (double)w[d] - (double)rate * (double)dw[d];
        double pull = (double)rate * (double)lambda;
        w[d] = (float)(fmax(v - pull, 0) + fmin(v + pull, 0));
    }
}
