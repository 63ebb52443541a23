/* from_the_logit.h: how probable a yes is, and what it costs.
 *
 * z     [count]   logits, from -10000 to 10000
 * t     [count]   1 for yes, 0 for no, or anything between
 * p     [count]   arrives filled with garbage: 1 / (1 + e^-z)
 * loss  [count]   arrives filled with garbage: -t log p - (1 - t) log(1 - p),
 *                 of the p that has all its digits
 *
 * count is at least 1. All arrays are the caller's.
 */
#ifndef FROM_THE_LOGIT_H
#define FROM_THE_LOGIT_H

#include "exercise.h"

void from_the_logit(float *p, float *loss, const float *z, const float *t,
                    int count);

#endif
