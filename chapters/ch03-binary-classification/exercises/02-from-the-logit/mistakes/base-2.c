#include "from_the_logit.h"

#include <math.h>

void from_the_logit(float *p, float *loss, const float *z, const float *t,
                    int count)
{
    for (int n = 0; n < count; n++) {
        float e = expf(-fabsf(z[n]));
        p[n] = z[n] >= 0 ? 1 / (1 + e) : e / (1 + e);
        loss[n] = (fmaxf(z[n], 0) - z[n] * t[n] + log1pf(e)) / logf(2);
    }
}
