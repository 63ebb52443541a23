/* precision_recall.h: which mistakes does a line make?
 *
 * z       [count]   logits; one above 0 says yes, 0 itself says no
 * t       [count]   1 for yes, 0 for no
 * found   [3]       arrives filled with garbage:
 *                   accuracy   right answers, of all
 *                   precision  right ones, of those called yes
 *                   recall     those called yes, of those that are
 *
 * Where precision or recall would be 0/0, it is 0. count is at least 1. All
 * arrays are the caller's.
 */
#ifndef PRECISION_RECALL_H
#define PRECISION_RECALL_H

#include "exercise.h"

enum { ACCURACY, PRECISION, RECALL };
void precision_recall(float *found, const float *z, const float *t,
                      int count);

#endif
