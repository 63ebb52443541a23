#include "proximal.h"

#include <math.h>

// The size shrinks, the sign stays.
void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda)
{
    for (int d = weights - 1; d >= 0; d--) {
        float v = w[d] - rate * dw[d];
        w[d] = copysignf(fmaxf(fabsf(v) - rate * lambda, 0), v);
    }
}
