#include "proximal.h"

void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda)
{
    float pull = rate * lambda;
    for (int d = 0; d < weights; d++) {
        float v = w[d] - rate * dw[d];
        if (v > pull)
            w[d] = v - pull;
        else if (v < -pull)
            w[d] = v + pull;
        else
            w[d] = v > 0 ? v - pull : v < 0 ? v + pull : 0;
    }
}
