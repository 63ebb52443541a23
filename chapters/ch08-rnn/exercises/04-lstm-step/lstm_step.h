/* lstm_step.h: one step of an LSTM.
 *
 * u   [4, hidden]        what the step's input and the biases bring to each
 *                        gate: u(g,j) is u[g * hidden + j]
 * v   [hidden, 4, hidden]   v(k,g,j), from unit k of the step before to
 *                        gate g of unit j, is v[(k * 4 + g) * hidden + j]
 * h   [hidden]           the state and
 * c   [hidden]           the cell state: those of the step before become
 *                        those of this one
 *
 * With s(g,j) = u(g,j) + sum over k of h(k) v(k,g,j), h as it arrived, the
 * gates are, in this order,
 *
 *     g = 0   input gate    i(j) = sigmoid(s(0,j))
 *         1   forget gate   f(j) = sigmoid(s(1,j))
 *         2   candidate     g(j) = tanh(s(2,j))
 *         3   output gate   o(j) = sigmoid(s(3,j))
 *
 *     c(j) = f(j) c(j) + i(j) g(j)         h(j) = o(j) tanh(c(j))
 *
 * hidden is at least 1 and at most MOST_HIDDEN. The arrays are the caller's.
 */
#ifndef LSTM_STEP_H
#define LSTM_STEP_H

#include <math.h>

#include "exercise.h"

enum { MOST_HIDDEN = 8 };

static inline float sigmoid(float s) { return 1 / (1 + expf(-s)); }   // given

void lstm_step(float *h, float *c, const float *u, const float *v,
               int hidden);

#endif
