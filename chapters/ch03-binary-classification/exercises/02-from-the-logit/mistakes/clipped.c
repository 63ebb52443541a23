#include "from_the_logit.h"

#include <math.h>

void from_the_logit(float *p, float *loss, const float *z, const float *t,
                    int count)
{
    for (int n = 0; n < count; n++) {
        p[n] = 1 / (1 + expf(-z[n]));
        float q = fminf(fmaxf(p[n], 1e-7f), 1 - 1e-7f);
        loss[n] = -t[n] * logf(q) - (1 - t[n]) * logf(1 - q);
    }
}
