/* proximal.h: a step of descent that ends in the pull of L1.
 *
 *     L = the loss of the samples + lambda sum over d of |w(d)|
 *
 * w    [weights]   in: before the step; out: after it
 * dw   [weights]   the slope of the loss of the samples alone, at w
 * rate             above 0
 * lambda           0 or more
 *
 * First the step against dw, then the soft threshold: what is left comes
 * nearer to 0 by rate times lambda, and is exactly 0 where it is no farther
 * away than that. All arrays are the caller's.
 */
#ifndef PROXIMAL_H
#define PROXIMAL_H

#include "exercise.h"

void proximal_step(float *w, const float *dw, int weights, float rate,
                   float lambda);

#endif
