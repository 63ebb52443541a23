/* neuron.h: one neuron, and what its error says of its weights.
 *
 * x    [features]           one house
 * w    [features], b        its weights and its bias
 * dw   [features], db [1]   arrive filled with garbage, and are overwritten:
 *                           the derivatives of (y - t)^2
 *
 * Returns y = max(0, z), where z = b + sum over d of w(d) x(d). Where z is 0
 * or less, y does not change with a small step, and all derivatives are 0.
 * features is at least 1. All arrays are the caller's.
 */
#ifndef NEURON_H
#define NEURON_H

#include "exercise.h"

float neuron(float *dw, float *db, const float *w, float b, const float *x,
             float t, int features);

#endif
