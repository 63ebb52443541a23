/* roc_area.h: how well scores tell yes from no, whatever the threshold.
 *
 * score  [count]   how much each sample looks like a yes; several may be equal
 * t      [count]   1 for yes, 0 for no; there is at least one of each
 *
 * Returns the area under the ROC curve: take every pair of a yes and a no;
 * the share of the pairs in which the yes has the higher score, a pair of
 * equal scores counting one half.
 */
#ifndef ROC_AREA_H
#define ROC_AREA_H

#include "exercise.h"

float roc_area(const float *score, const float *t, int count);

#endif
