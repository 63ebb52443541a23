/* through_time.h: what a loss says of a recurrent cell's weights.
 *
 * The cell is that of 08-02: s(t) = x(t) w + h(t-1) v + b, h(t) = tanh(s(t)).
 *
 * h    [steps + 1, hidden]   the states: row 0 before the first step, row
 *                            t + 1 behind step t, t from 0 on
 * x    [steps, inputs]       what it read
 * v    [hidden, hidden]      v(k,j) leads from unit k, a step before, to j
 * dh   [steps, hidden]       row t: what the loss of step t itself says of
 *                            the state behind that step, no later step's
 * dw   [inputs, hidden], dv [hidden, hidden], db [hidden]
 *                            the gradient is added to what they hold
 *
 * The sequence is cut into windows of `window` steps, the last of which may
 * be shorter. States cross a border, as h has them; gradients do not: the
 * state before a window is a number like any other.
 *
 * window is at least 1, and may be more than steps. hidden is at most
 * MOST_HIDDEN. The arrays are the caller's.
 */
#ifndef THROUGH_TIME_H
#define THROUGH_TIME_H

#include "exercise.h"

enum { MOST_HIDDEN = 8 };

void through_time(float *dw, float *dv, float *db, const float *dh,
                  const float *h, const float *x, const float *v, int steps,
                  int inputs, int hidden, int window);

#endif
