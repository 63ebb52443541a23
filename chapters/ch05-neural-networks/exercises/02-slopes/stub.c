/* 05-02  How steep was it?                           build, core, 20 minutes
 *
 * The way back needs the slope of each activation. What the unit handed on
 * is enough to know it, for these five.
 *
 * Task      return the slope. slope.h says what is given. Two slopes stand
 *           on the page as you need them; softplus is new there: take its
 *           derivative on paper, then put h in place of a.
 * Example   a sigmoid that handed on 0.8 has the slope 0.16, a tanh that
 *           handed on -0.5 has 0.75
 *
 * Check     make check EX=05-02          Stuck?   make hint EX=05-02
 */
#include "slope.h"

#include <math.h>

float slope(Activation f, float h) { EXERCISE_TODO(); }
