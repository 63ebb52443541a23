/* species.h: which kind is it? By the nearest mean, of animals instead of
 * digits.
 *
 * x       [count, features]   what was measured of those that are known
 * kind    [count]             what they are, 0 … kinds-1; each occurs
 * asked   [many, features]    the same measures of those that are asked for
 * said    [many]              overwritten: the kind of each
 *
 * Measures have units of their own, millimetres beside grams. So each is
 * divided by its deviation among the known ones: the root of the mean squared
 * difference from its mean there. One that never changes among them counts
 * for nothing. Then the kind is that of the nearest mean, by the sum of the
 * squared differences, of equally near ones the first. All counts are at
 * least 1, features at most 4, kinds at most 4. The arrays are the caller's.
 */
#ifndef SPECIES_H
#define SPECIES_H

#include "exercise.h"

void tell_kinds(float *said, const float *asked, int many, const float *x,
                const float *kind, int count, int features, int kinds);

#endif
