/* dropout.h: units that are cut off by chance.
 *
 * x, y   [units]   y arrives filled with garbage, and is overwritten
 * u      [units]   a number from 0 up to, but not including, 1 for each unit:
 *                  where it is below the rate, the unit is cut off
 * rate             0 or more, and below 1
 * training         1: the network learns; 0: it is asked, and u counts for
 *                  nothing
 *
 * All arrays are the caller's.
 */
#ifndef DROPOUT_H
#define DROPOUT_H

#include "exercise.h"

void dropout(float *y, const float *x, const float *u, int units, float rate,
             int training);

#endif
