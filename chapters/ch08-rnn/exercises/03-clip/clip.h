/* clip.h: a gradient that is too long is cut, and still points where it did.
 *
 * dw     [weights]   the gradient of a network: dw and db together are one
 * db     [biases]    vector
 * most               the length that it may have; greater than 0
 *
 * Returns the length of the gradient as it arrived: the root of the sum of
 * the squares of all its numbers. Where that is more than `most`, all numbers
 * are multiplied by most / length; otherwise they stay as they are.
 *
 * weights and biases are at least 1. A number is 0 or between 1e-6 and 1e6 in
 * size. The arrays are the caller's.
 */
#ifndef CLIP_H
#define CLIP_H

#include "exercise.h"

float clip(float *dw, float *db, int weights, int biases, float most);

#endif
