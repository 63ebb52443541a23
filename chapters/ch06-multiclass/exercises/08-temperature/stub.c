/* 06-08  As sure as it may be                 transfer, further, 65 minutes
 *
 * A network that has learned its samples by heart is too sure of others.
 * Divide all its logits by one number, found on samples that were kept for
 * it, and its shares can be believed.
 *
 * Task      write temperature(), as temperature.h describes it. It is judged
 *           on small tables first, then on a network that is three times too
 *           sure: of the loss on samples that you do not see, at least a
 *           third should be spared.
 * Example   two classes, z = 3 0 for four samples, of which three are of
 *           class 0: the shares should be 3/4 and 1/4, so that 3 / T is ln 3
 *           and T = 2.7307
 *
 * Check     make check EX=06-08          Stuck?   make hint EX=06-08
 */
#include "temperature.h"

#include <math.h>

float temperature(const float *z, const float *label, int samples,
                  int classes)
{
    EXERCISE_TODO();
}
