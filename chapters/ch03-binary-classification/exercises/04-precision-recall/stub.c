/* 03-04  Accuracy, precision, recall             build, further, 30 minutes
 *
 * A test for a rare illness is right 99 times of 100 if it never finds
 * anybody. Three numbers say more than one.
 *
 * Task      fill found[ACCURACY], found[PRECISION] and found[RECALL]. What
 *           each of them is, and what 0/0 counts as, precision_recall.h says.
 * Example   z = 2 -1 3 -4 0.5, t = 1 1 0 0 1: three are called yes, two of
 *           them rightly; of three that are, two are found.
 *           accuracy 0.6, precision 2/3, recall 2/3
 *
 * Check     make check EX=03-04          Stuck?   make hint EX=03-04
 */
#include "precision_recall.h"

void precision_recall(float *found, const float *z, const float *t, int count)
{
    EXERCISE_TODO();
}
