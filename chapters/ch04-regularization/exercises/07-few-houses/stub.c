/* 04-07  Few houses                           transfer, further, 85 minutes
 *
 * You know the prices of 32 houses in Ames, and twelve numbers of each. Plain
 * least squares has nearly a weight for every second house, and predicts
 * accordingly. Which pull is right? Nobody gives you more houses to ask.
 *
 * Task      write learn(), as few_houses.h describes it: five folds choose
 *           the pull, and then all rows learn with it. It is judged on small
 *           tables, then on 64 houses that it has not seen: it should
 *           explain at least 86% of the variance of their log prices.
 * Example   any table in which t = 2 x + 1 without errors: the least pull,
 *           0.01, is chosen, and w is a little below 2
 *
 * Check     make check EX=04-07          Stuck?   make hint EX=04-07
 */
#include "few_houses.h"

#include <math.h>

void learn(float *w, float *b, const float *x, const float *t, int rows,
           int columns)
{
    EXERCISE_TODO();
}
