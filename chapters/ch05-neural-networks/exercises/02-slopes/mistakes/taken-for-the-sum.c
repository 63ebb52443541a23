#include "slope.h"

#include <math.h>

float slope(Activation f, float h)
{
    float p = 1 / (1 + expf(-h));
    switch (f) {
    case SIGMOID: return p * (1 - p);
    case TANH: return 1 - tanhf(h) * tanhf(h);
    case RELU: return h > 0 ? 1 : 0;
    case LEAKY_RELU: return h > 0 ? 1 : 0.01f;
    default: return p;
    }
}
