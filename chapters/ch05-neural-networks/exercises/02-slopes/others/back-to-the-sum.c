#include "slope.h"

#include <math.h>

// What the sum was, and the slope there. A value that was rounded to the
// rim of what f can have belongs to no sum: there the slope is 0.
float slope(Activation f, float h)
{
    double a, y = (double)h, e;
    switch (f) {
    case SIGMOID:
        if (y <= 0 || y >= 1) return 0;
        a = log(y / (1 - y));
        e = exp(-fabs(a));
        return (float)(e / ((1 + e) * (1 + e)));
    case TANH:
        if (fabs(y) >= 1) return 0;
        e = cosh(atanh(y));
        return (float)(1 / (e * e));
    case RELU: return h > 0;
    case LEAKY_RELU: return h <= 0 ? 0.01f : 1.0f;
    default:
        if (y <= 0) return 0;
        a = y + log1p(-exp(-y));
        return (float)(1 / (1 + exp(-a)));
    }
}
