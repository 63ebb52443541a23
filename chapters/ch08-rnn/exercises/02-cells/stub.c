/* 08-02  A cell over a sequence                     build, core, 25 minutes
 *
 * A cell has no more than its weights and the state of the step before; what
 * it remembers of all that it has read lies in this state.
 *
 *     h(t,j) = tanh(sum over i of x(t,i) w(i,j)
 *                   + sum over k of h(t-1,k) v(k,j) + b(j))
 *
 * Task      fill h, step by step. cells.h says how the arrays lie in memory.
 * Example   one input, two units: w = 1 0, v = 0 1 0 0 (only v(0,1) is 1),
 *           b = 0 0, start = 0 0. The first unit takes the input, the second
 *           what the first was a step before. x = 1 0 gives
 *           h = 0.7616 0, then 0 0.6420
 *
 * Check     make check EX=08-02          Stuck?   make hint EX=08-02
 */
#include "cells.h"

#include <math.h>

void cells(float *h, const float *x, const float *w, const float *v,
           const float *b, const float *start, int steps, int inputs,
           int hidden)
{
    EXERCISE_TODO();
}
