#include "proximal.h"

void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda)
{
    float pull = rate * lambda;
    for (int d = 0; d < weights; d++) {
        float v = w[d] - rate * dw[d];
        if (v != 0)
            w[d] = v / (1 + pull);
        else if (v < -pull)
            w[d] = v + pull;
        else
            w[d] = 0;
    }
}
