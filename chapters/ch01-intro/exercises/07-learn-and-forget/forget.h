/* forget.h: a mean that learns a picture, and one that forgets it.
 *
 * mean    [pixels]   the mean of `count` pictures; changed in place
 * count   [1]        of how many pictures; changed in place
 * x       [pixels]   one picture
 *
 * learn() makes of them the mean and the count of one picture more, x. The
 * count may be 0; then the mean is 0 at each pixel.
 *
 * forget() makes of them what they would be if x, one of the pictures of
 * which it is the mean, had never been learned. count is at least 2.
 *
 * Nothing of the other pictures is known. pixels is at least 1. The arrays
 * are the caller's.
 */
#ifndef FORGET_H
#define FORGET_H

#include "exercise.h"

void learn(float *mean, float *count, const float *x, int pixels);
void forget(float *mean, float *count, const float *x, int pixels);

#endif
