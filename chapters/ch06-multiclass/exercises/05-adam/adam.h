/* adam.h: one step of Adam.
 *
 * w, g   [count]   the weights, which are moved, and their gradients
 * m, v   [count]   the two running means, which are brought up to date; 0
 *                  before the first step
 * t                the number of this step, from 1 on
 * rate             the learning rate
 *
 * beta1 is 0.9, beta2 0.999, epsilon 1e-8. A gradient is 0 or between 1e-3
 * and 1e3 in size. The arrays are the caller's.
 */
#ifndef ADAM_H
#define ADAM_H

#include "exercise.h"

void adam_step(float *w, float *m, float *v, const float *g, int count, int t,
               float rate);

#endif
