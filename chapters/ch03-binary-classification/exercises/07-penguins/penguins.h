/* penguins.h: a line that says yes or no, from whatever table comes.
 *
 * x   [samples, features]   x(n,d) is x[n * features + d]; columns have mean 0
 *                           and deviation 1, or nearly so
 * t   [samples]             1 for yes, 0 for no; both occur
 * w   [features], b [1]     arrive filled with garbage: the line at which
 *                           L is least,
 *
 *     L = mean over n of the cross-entropy of z(n) and t(n)
 *         + 0.05 sum over d of w(d)^2
 *
 * The last term keeps w from growing for ever where a line separates the two
 * (chapter 4 has more about it); b does not stand in it. At most 400 samples
 * and 4 features. All arrays are the caller's.
 */
#ifndef PENGUINS_H
#define PENGUINS_H

#include "exercise.h"

void learn(float *w, float *b, const float *x, const float *t, int samples,
           int features);

#endif
