/* first_weights.h: the weights with which a ReLU layer begins.
 *
 * u        [inputs, outputs]   drawn at random: mean 0, deviation 1
 * before   [inputs]            mean squares of what each input brings, at
 *                              least one of them above 0
 * w        [inputs, outputs]   arrives filled with garbage: the first weights
 *
 * A sum of inputs times weights shall have the mean square 2, so that what
 * ReLU leaves has 1. The weights are u times one deviation, the same for all.
 * Where all inputs have the mean square 1, it is He's.
 *
 * inputs and outputs are at least 1. The arrays are the caller's.
 */
#ifndef FIRST_WEIGHTS_H
#define FIRST_WEIGHTS_H

#include "exercise.h"

void first_weights(float *w, const float *u, const float *before, int inputs,
                   int outputs);

#endif
