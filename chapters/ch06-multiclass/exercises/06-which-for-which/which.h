/* which.h: which class is taken for which, and whether the right one is among
 * the first.
 *
 * z        [samples, classes]   logits; several may be equal
 * label    [samples]            what each sample is: 0, 1, … classes - 1
 * counts   [classes, classes]   arrives filled with garbage: row what it is,
 *                               column what it is taken for
 *
 * A sample is taken for the class with the largest logit. Of equal logits the
 * one of the smaller class counts as larger.
 *
 * top_k returns the share of the samples whose label is among the k largest
 * logits; k is between 1 and classes. samples and classes are at least 1. The
 * arrays are the caller's.
 */
#ifndef WHICH_H
#define WHICH_H

#include "exercise.h"

void confusion(float *counts, const float *z, const float *label, int samples,
               int classes);
float top_k(const float *z, const float *label, int samples, int classes,
            int k);

#endif
