#include "proximal.h"

void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda)
{
    float pull = rate * lambda;
    for (int d = 0; d < weights; d++) {
        float v = w[d];
        if (v > pull)
            v -= pull;
        else if (v < -pull)
            v += pull;
        else
            v = 0;
        w[d] = v - rate * dw[d];
    }
}
