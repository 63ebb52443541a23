/* gradient.h: how far a line is from the prices, and which way is up.
 *
 * x    [houses, features]   x(n,d) is x[n * features + d]
 * t    [houses]             the prices paid
 * w    [features], b        the line: y(n) = b + sum over d of w(d) x(n,d)
 * dw   [features], db [1]   arrive filled with garbage, and are overwritten
 *
 * Returns the squared error, the mean over the houses of (y(n) - t(n))^2.
 * houses and features are at least 1. All arrays are the caller's.
 */
#ifndef GRADIENT_H
#define GRADIENT_H

#include "exercise.h"

float gradient(float *dw, float *db, const float *w, float b, const float *x,
               const float *t, int houses, int features);

#endif
