/* eight.h: a network with eight hidden units whose loss falls, and then
 * stands.
 *
 * x        [samples, 2]   points of the plane
 * label    [samples]      which of three sectors around 0, 0 each lies in
 * u        [40]           drawn at random: mean 0, deviation 1
 * hidden   [2, 8]         weights of a ReLU layer, output [8, 3] those of the
 *                         logits; there are no biases
 *
 * measured() is a number that proves the cause: the largest difference, in
 * size, between a weight of a hidden unit and that of the first unit for the
 * same input. hidden is [inputs, units] there.
 */
#ifndef EIGHT_H
#define EIGHT_H

#include "exercise.h"

typedef enum Cause {
    UNDECIDED,
    RATE_TOO_SMALL,   // it would learn, if its steps were longer
    TOO_FEW_STEPS,   // it would learn, if one waited
    UNITS_ALIKE,   // all hidden units begin alike, and stay alike
    SLOPE_OF_RELU,   // what ReLU cut off is learned from all the same
    LOSS_NOT_AVERAGED,   // the gradient grows with the samples
} Cause;

extern const Cause cause;   // name it
float measured(const float *hidden, int inputs, int units);   // prove it
// Repair it. 600 steps.
void fit(float *hidden, float *output, const float *x, const float *label,
         const float *u, int samples);

#endif
