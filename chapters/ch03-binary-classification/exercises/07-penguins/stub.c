/* 03-07  He or she?                           transfer, further, 60 minutes
 *
 * 333 penguins were measured on islands of the Antarctic: bill length and
 * depth, flippers, mass. Which of them are males cannot be seen from far
 * away. Can your line tell?
 *
 * Task      write learn(), as penguins.h describes it. It is judged on small
 *           tables first, then on every third penguin, which it has not seen:
 *           of 100 such at least 85 should be told rightly.
 * Example   x = -1 1, t = 0 1:  w = 1.6335, b = 0
 *
 * Check     make check EX=03-07          Stuck?   make hint EX=03-07
 */
#include "penguins.h"

#include <math.h>

void learn(float *w, float *b, const float *x, const float *t, int samples,
           int features)
{
    EXERCISE_TODO();
}
