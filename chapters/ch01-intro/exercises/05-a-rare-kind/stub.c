/* 01-05  A rare kind                          diagnose, further, 50 minutes
 *
 * The program below learns the mean picture of two kinds, bright ones (0)
 * and dark ones (1). Then a picture belongs to the mean that is nearest.
 * Where both kinds are equally frequent all goes well:
 *
 *     learned from           right, of 100 new ones of each
 *     20 bright, 20 dark     100 bright, 100 dark
 *     30 bright, 30 dark     100 bright, 100 dark
 *     54 bright,  6 dark       0 bright, 100 dark
 *     50 bright, 10 dark       0 bright, 100 dark
 *
 * (seen.tsv has the same table.) One idea is wrong.
 *
 * Task      name it: set `cause` to one of those in rare_kind.h.
 *           Prove it: write measured(), as rare_kind.h describes it, and
 *           print it beside the average of the program's own mean.
 *           Repair it: change as little as you can; the test learns again,
 *           from frequent and from rare kinds.
 * Example   x = 10 30, 20 60, 90 90 with labels 0 0 1: measured() of kind 0
 *           is 30
 *
 * Check     make check EX=01-05          Stuck?   make hint EX=01-05
 */
#include "rare_kind.h"

const Cause cause = UNDECIDED;

float measured(const float *x, const float *label, int count, int pixels,
               int kind)
{
    EXERCISE_TODO();
}

void learn(float *mean, const float *x, const float *label, int count,
           int pixels, int kinds)
{
    for (int i = 0; i < kinds * pixels; i++) mean[i] = 0;
    for (int n = 0; n < count; n++)
        for (int i = 0; i < pixels; i++)
            mean[(int)label[n] * pixels + i] += x[n * pixels + i];
    for (int i = 0; i < kinds * pixels; i++)
        mean[i] /= (float)count / (float)kinds;
}
