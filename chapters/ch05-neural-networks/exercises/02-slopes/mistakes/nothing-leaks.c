#include "slope.h"

#include <math.h>

float slope(Activation f, float h)
{
    switch (f) {
    case SIGMOID: return h * (1 - h);
    case TANH: return 1 - h * h;
    case RELU: return h > 0 ? 1 : 0;
    case LEAKY_RELU: return h > 0 ? 1 : 0;
    default: return 1 - expf(-h);
    }
}
