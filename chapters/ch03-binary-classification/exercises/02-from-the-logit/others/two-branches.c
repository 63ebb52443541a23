#include "from_the_logit.h"

#include <math.h>

void from_the_logit(float *p, float *loss, const float *z, const float *t,
                    int count)
{
    for (int n = count - 1; n >= 0; n--) {
        if (z[n] > 0) {
            float e = expf(-z[n]);
            p[n] = 1 / (1 + e);
            loss[n] = (1 - t[n]) * z[n] + log1pf(e);
        } else {
            float e = expf(z[n]);
            p[n] = e / (1 + e);
            loss[n] = -t[n] * z[n] + log1pf(e);
        }
    }
}
