/* 08-05  Back through time                        build, further, 40 minutes
 *
 * From the last step to the first: what the step's own loss says of its state
 * and what all later steps say of it are added up, go through tanh, and from
 * there to the weights and to the state before.
 *
 * Task      add the gradient to dw, dv and db. A window's first step gives
 *           nothing to the step before it. through_time.h describes it.
 * Example   one input, one unit, h = 0 0.5 0.8, x = 1 1, v = 1.1, dh = 0 4,
 *           everything else 0. With window = 2: dw = 2.628, dv = 0.72,
 *           db = 2.628. With window = 1: dw = 1.44, dv = 0.72, db = 1.44
 *
 * Check     make check EX=08-05          Stuck?   make hint EX=08-05
 */
#include "through_time.h"

void through_time(float *dw, float *dv, float *db, const float *dh,
                  const float *h, const float *x, const float *v, int steps,
                  int inputs, int hidden, int window)
{
    EXERCISE_TODO();
}
