/* threshold.h: where does yes begin, if a miss costs more than an alarm?
 *
 * p      [count]   how probable a yes is, above 0 and below 1; several may be
 *                  equal
 * t      [count]   1 for yes, 0 for no
 * miss             what it costs to call a yes no
 * alarm            what it costs to call a no yes; both are 0 or more
 * cost   [1]       arrives filled with garbage: what all mistakes cost at the
 *                  threshold that is returned, added up
 *
 * A sample is called yes where its p is above the threshold, and no where it
 * is equal. Thresholds to choose from are 0, at which everybody is a yes, and
 * each p. Returns the one at which the mistakes cost least, and of several
 * the smallest.
 *
 * count is at least 1. miss and alarm are whole numbers up to 100. The arrays
 * are the caller's.
 */
#ifndef THRESHOLD_H
#define THRESHOLD_H

#include "exercise.h"

float cheapest_threshold(float *cost, const float *p, const float *t,
                         int count, float miss, float alarm);

#endif
