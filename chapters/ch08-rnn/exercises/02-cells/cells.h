/* cells.h: a recurrent cell reads a sequence.
 *
 * x       [steps, inputs]    what it reads: x(t,i) is x[t * inputs + i]
 * w       [inputs, hidden]   w(i,j) leads from input i to unit j
 * v       [hidden, hidden]   v(k,j) leads from unit k, a step before, to j
 * b       [hidden]
 * start   [hidden]           the state before the first step
 * h       [steps, hidden]    the state behind each step; arrives filled with
 *                            garbage, and is overwritten
 *
 *     h(t,j) = tanh(sum over i of x(t,i) w(i,j)
 *                   + sum over k of h(t-1,k) v(k,j) + b(j))
 *
 * where h(t-1) is start for the first step. All sizes are at least 1. The
 * arrays are the caller's.
 */
#ifndef CELLS_H
#define CELLS_H

#include "exercise.h"

void cells(float *h, const float *x, const float *w, const float *v,
           const float *b, const float *start, int steps, int inputs,
           int hidden);

#endif
