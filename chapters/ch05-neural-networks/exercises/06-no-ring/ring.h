/* ring.h: a network that is to tell the points near the middle from those
 * around them, and does not.
 *
 * x   [samples, 2]   points of the plane
 * t   [samples]      1 where a point is nearer to 0, 0 than 1.1, else 0
 * u   [COUNT]        drawn at random: mean 0, deviation 1
 * w   [COUNT]        all numbers of the network: from x_1 to the six units,
 *                    from x_2 to them, from them to the logit; then the
 *                    biases of the units, and that of the logit
 *
 * measured() is a number that proves the cause. With each point x goes its
 * opposite, -x. Returns the largest size of z(x) + z(-x), over the samples,
 * where z is the logit that the network w gives. samples is at least 1.
 */
#ifndef RING_H
#define RING_H

#include "exercise.h"

enum { UNITS = 6, WEIGHTS = 3 * UNITS, COUNT = WEIGHTS + UNITS + 1 };

typedef enum Cause {
    UNDECIDED,
    RATE_TOO_SMALL,   // it would learn, if its steps were longer
    TOO_FEW_UNITS,   // six units have too few bends for a ring
    UNITS_ALIKE,   // all hidden units begin alike, and stay alike
    SLOPE_LOST,   // the slope of tanh is missing on the way back
    BIASES_STAY,   // the biases never move from 0
} Cause;

extern const Cause cause;   // name it
float measured(const float *w, const float *x, int samples);   // prove it
// Repair it. 600 steps.
void fit(float *w, const float *x, const float *t, const float *u,
         int samples);

#endif
