/* threshold.h: the threshold that a machine finds.
 *
 * x    [count]   a number of each thing; several may be equal
 * t    [count]   1 or 0: what the thing is
 *
 * Things are called 1 where x is above the threshold. It is looked for among
 * the places halfway between two values of x with none between them, wherever
 * they lie in the array, and 1 below the least: there everything is called 1.
 * Equal values have no place between them. Returns the place with the fewest
 * wrong answers; of several, the lowest. count is at least 1. The arrays are
 * the caller's.
 */
#ifndef THRESHOLD_H
#define THRESHOLD_H

#include "exercise.h"

float threshold(const float *x, const float *t, int count);

#endif
