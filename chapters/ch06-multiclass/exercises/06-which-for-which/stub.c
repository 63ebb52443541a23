/* 06-06  Which for which                       build, further, 35 minutes
 *
 * A confusion matrix has a row for what a sample is and a column for what it
 * is taken for. Top-k counts a sample as right if its class is among the k
 * largest logits.
 *
 * Task      fill counts, and return the share. which.h says what happens to
 *           equal logits.
 * Example   two samples, z = 1 5 3 and 4 4 0, label = 2 1: the first is a 2
 *           taken for 1, the second a 1 taken for 0. top_k of 1 is 0, of 2
 *           it is 1.
 *
 * Check     make check EX=06-06          Stuck?   make hint EX=06-06
 */
#include "which.h"

void confusion(float *counts, const float *z, const float *label, int samples,
               int classes)
{
    EXERCISE_TODO();
}

float top_k(const float *z, const float *label, int samples, int classes,
            int k)
{
    EXERCISE_TODO();
}
