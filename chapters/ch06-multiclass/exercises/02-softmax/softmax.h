/* softmax.h: shares of logits.
 *
 * z   [samples, classes]   z(n,k) is z[n * classes + k]; each is between
 *                          -1000 and 1000
 * p   [samples, classes]   arrives filled with garbage, and is overwritten
 *
 *     p(n,k) = e^z(n,k) / sum over j of e^z(n,j)
 *
 * samples and classes are at least 1. The arrays are the caller's.
 */
#ifndef SOFTMAX_H
#define SOFTMAX_H

#include "exercise.h"

void softmax(float *p, const float *z, int samples, int classes);

#endif
