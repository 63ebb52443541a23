#include "from_the_logit.h"

#include <math.h>

// log(1 + e^x)
static double softplus(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

void from_the_logit(float *p, float *loss, const float *z, const float *t,
                    int count)
{
    for (int n = 0; n < count; n++) {
        double x = (double)z[n], yes = (double)t[n];
        p[n] = (float)exp(-softplus(-x));
        loss[n] = (float)(yes * softplus(-x) + (1 - yes) * softplus(x));
    }
}
