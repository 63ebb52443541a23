#include "slope.h"

#include <math.h>

float slope(Activation f, float h)
{
    double y = (double)h;
    if (f == SIGMOID) return (float)(y - y * y);
    if (f == TANH) return (float)((1 + y) * (1 - y));
    if (f == SOFTPLUS) return (float)-expm1(-y);
    if (y > 0) return 1;
    return f == RELU ? 0 : 0.01f;
}
