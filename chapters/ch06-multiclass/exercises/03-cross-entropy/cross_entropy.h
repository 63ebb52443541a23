/* cross_entropy.h: what answers cost that are one of many, and which way the
 * cost rises.
 *
 * z    [samples, classes]   logits, each between -500 and 500
 * t    [samples, classes]   one-hot: 1 at the class that it was, else 0
 * dz   [samples, classes]   arrives filled with garbage: the slope of the
 *                           mean at each logit
 *
 * Returns the mean over the samples of -ln p of the right class. samples and
 * classes are at least 1. The arrays are the caller's.
 */
#ifndef CROSS_ENTROPY_H
#define CROSS_ENTROPY_H

#include "exercise.h"

float cross_entropy(float *dz, const float *z, const float *t, int samples,
                    int classes);

#endif
