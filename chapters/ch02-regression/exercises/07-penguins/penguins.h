/* penguins.h: a plane through penguins.
 *
 * x   [count, features]   measurements, animal after animal, as they were
 *                         taken: millimetres, not scaled
 * t   [count]             what is to be predicted: the body mass
 * w   [features], b [1]   arrive filled with garbage, and are overwritten
 *
 * learn() finds the w and b for which the mean of (b + sum over d of
 * w(d) x(n,d) - t(n))^2 is least. features is 1 to 4, count is larger, and no
 * column is a sum of multiples of the others: there is one such plane. The
 * arrays are the caller's.
 */
#ifndef PENGUINS_H
#define PENGUINS_H

#include "exercise.h"

void learn(float *w, float *b, const float *x, const float *t, int count,
           int features);

#endif
