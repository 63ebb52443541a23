/* slope.h: how steep an activation is, known from what it handed on.
 *
 * On the way forwards a unit made h = f(a) of its sum a. The sums were not
 * kept, so on the way back the slope has to come from h:
 *
 *     SIGMOID      h = 1 / (1 + e^-a)
 *     TANH         h = (e^a - e^-a) / (e^a + e^-a)
 *     RELU         h = a where a > 0, else 0
 *     LEAKY_RELU   h = a where a > 0, else 0.01 a
 *     SOFTPLUS     h = ln(1 + e^a)
 *
 * h is a value that f can have. Returns how fast h grows with a there; where
 * a may be 0, the slope of what lies below 0. (GELU is not in the list: it
 * makes the same h of two sums.)
 */
#ifndef SLOPE_H
#define SLOPE_H

#include "exercise.h"

typedef enum Activation {
    SIGMOID,
    TANH,
    RELU,
    LEAKY_RELU,
    SOFTPLUS
} Activation;

float slope(Activation f, float h);

#endif
