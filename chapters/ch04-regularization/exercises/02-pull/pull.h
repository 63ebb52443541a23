/* pull.h: which way the loss of a line rises that is pulled towards 0.
 *
 *     y(n) = b + sum over d of w(d) x(n,d)
 *     L    = mean over n of (y(n) - t(n))^2 + lambda sum over d of w(d)^2
 *
 * x    [samples, features]   x(n,d) is x[n * features + d]
 * t    [samples]
 * w    [features], b         lambda is 0 or more
 * dw   [features], db [1]    arrive filled with garbage, and are overwritten
 *
 * samples and features are at least 1. All arrays are the caller's.
 */
#ifndef PULL_H
#define PULL_H

#include "exercise.h"

void gradient(float *dw, float *db, const float *w, float b, const float *x,
              const float *t, int samples, int features, float lambda);

#endif
