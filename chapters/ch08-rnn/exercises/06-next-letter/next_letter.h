/* next_letter.h: which letter comes next?
 *
 * z   [letters]   the logits of all letters, each between -1000 and 1000
 *
 * At the temperature T the share of letter k is
 *
 *     p(k) = e^(z(k) / T) / sum over j of e^(z(j) / T)
 *
 * Returns the first k for which p(0) + … + p(k) is more than u. At T = 0 it
 * is the letter with the largest logit, the first of equal ones.
 *
 * letters is at least 1. T is 0, or between 0.05 and 20; u is 0 or more, and
 * less than 1. The array is the caller's.
 */
#ifndef NEXT_LETTER_H
#define NEXT_LETTER_H

#include "exercise.h"

int next_letter(const float *z, int letters, float T, float u);

#endif
