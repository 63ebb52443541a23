/* gradient.h: which way the mean cross-entropy of a line rises.
 *
 * x    [samples, features]   x(n,d) is x[n * features + d]
 * t    [samples]             1 for yes, 0 for no
 * w    [features], b         z(n) = b + sum over d of w(d) x(n,d)
 * dw   [features], db [1]    arrive filled with garbage, and are overwritten
 *
 * samples and features are at least 1. No logit is beyond -60 or 60. All
 * arrays are the caller's.
 */
#ifndef GRADIENT_H
#define GRADIENT_H

#include "exercise.h"

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features);

#endif
