/* temperature.h: one number that makes a network as sure as it may be.
 *
 * z       [samples, classes]   logits of samples that were kept for this
 * label   [samples]            what each of them is: 0, 1, … classes - 1
 *
 * Returns the temperature T between 0.1 and 10 at which the mean
 * cross-entropy of z / T is least, to four digits: where it still falls at
 * 0.1 or at 10, that end. As a function of 1 / T it has one valley.
 *
 * samples is at least 1, classes at least 2. No logit is beyond -60 or 60,
 * and no sample has all logits equal. The arrays are the caller's.
 */
#ifndef TEMPERATURE_H
#define TEMPERATURE_H

#include "exercise.h"

float temperature(const float *z, const float *label, int samples,
                  int classes);

#endif
