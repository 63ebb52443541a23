/* 03-05  The area under the ROC curve            build, further, 25 minutes
 *
 * No threshold has to be chosen to ask whether a line puts the malignant
 * above the benign: one asks of every pair.
 *
 * Task      return the area, as roc_area.h defines it. Two loops are fine.
 * Example   score = 0.9 0.8 0.8 0.3, t = 1 0 1 0: of the four pairs three
 *           are in order and one is a tie: 3.5 / 4 = 0.875
 *
 * Check     make check EX=03-05          Stuck?   make hint EX=03-05
 */
#include "roc_area.h"

float roc_area(const float *score, const float *t, int count)
{
    EXERCISE_TODO();
}
