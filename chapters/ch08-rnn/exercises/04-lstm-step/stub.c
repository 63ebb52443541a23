/* 08-04  One step of an LSTM                      build, further, 40 minutes
 *
 * Three gates and a candidate for each unit, all from the same input and the
 * same state before; then the cell state, which is added to and never
 * multiplied by a matrix, and the state that the others see.
 *
 *     c = f c + i g         h = o tanh(c)
 *
 * Task      make one step. lstm_step.h says which gate is which.
 * Example   one unit, u = 0 2 1 0, v = 0 0 0 0, c = 1, h = 0: the gates are
 *           i = 0.5, f = 0.8808, g = 0.7616, o = 0.5, so c = 1.2616 and
 *           h = 0.4257
 *
 * Check     make check EX=08-04          Stuck?   make hint EX=08-04
 */
#include "lstm_step.h"

#include <math.h>



void lstm_step(float *h, float *c, const float *u, const float *v,
               int hidden)
{
    EXERCISE_TODO();
}
