/* 08-08  A switch that holds                  transfer, further, 40 minutes
 *
 * What training finds can also be thought out. One unit of an LSTM is to hold
 * the sign that a signal had when the key was last pressed, for as long as it
 * takes, whatever the signal does in the meantime:
 *
 *     x       0.7   -0.9    0.5   -0.6    0.8   -1.0
 *     key     1      0      0      1      0      0
 *     h       +      +      +      -      -      -
 *
 * Task      set the sixteen weights; switch.h says which is which. No
 *           training: a pencil, and a look at sigmoid. It is judged on short
 *           sequences first, then on ones of 500 steps between two keys that
 *           you do not see: h should be right behind 99 of 100 steps.
 * Example   an output gate that is open whatever comes: w(O,ONE) = 20, the
 *           other weights of O 0
 *
 * Check     make check EX=08-08          Stuck?   make hint EX=08-08
 */
#include "switch.h"

void set_weights(float *w)
{
    EXERCISE_TODO();
}
