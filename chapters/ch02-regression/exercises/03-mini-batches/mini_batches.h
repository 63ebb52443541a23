/* mini_batches.h: one epoch of descent, a few houses a step.
 *
 * x, t    [houses]   one feature and the price of each house
 * order   [houses]   a shuffled 0 ... houses-1: in which order they are taken
 * batch              houses a step, at least 1; the last step of the epoch
 *                    takes those that are left, perhaps fewer
 * w, b    [1]        the line y = w x + b; read and changed
 *
 * A step: the gradient of the squared error, averaged over the houses of this
 * step, at the line as it stands before it; then w and b move by -rate times
 * their derivative. All arrays are the caller's.
 */
#ifndef MINI_BATCHES_H
#define MINI_BATCHES_H

#include "exercise.h"

void one_epoch(float *w, float *b, const float *x, const float *t,
               const int *order, int houses, int batch, float rate);

#endif
