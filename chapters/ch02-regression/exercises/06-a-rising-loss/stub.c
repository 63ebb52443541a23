/* 02-06  A rising loss                        diagnose, further, 50 minutes
 *
 * The program in this file fits a line to 8 houses. Given 4 more of the same
 * kind, it does not:
 *
 *     step            0       1       2       3       4       5       6
 *     8 houses   175803   63418   22959    8394    3150    1263     583
 *     12 houses  173325  339527  665284 1303766 2555193 5007989 9815469
 *
 * (loss.tsv has more steps. Every loss is a mean, so the rows compare.)
 * One idea is wrong.
 *
 * Task      name it: set `cause` to one of those in rising_loss.h.
 *           Prove it: write measured(), as rising_loss.h describes it, and
 *           print it beside the program's own slope.
 *           Repair it: change as little as you can; the test fits again, to
 *           8, 12 and 4,000 houses.
 * Example   x = -1 1, t = 1 5, w = 0, b = 0, h = 0.5: measured() is -4
 *
 * Check     make check EX=02-06          Stuck?   make hint EX=02-06
 */
#include "rising_loss.h"

#include <math.h>

const Cause cause = UNDECIDED;

float measured(const float *x, const float *t, int houses, float w, float b,
               float h)
{
    EXERCISE_TODO();
}

static const float rate = 0.1f;

// The slopes of the squared error in the directions of w and of b.
static void slopes(float *dw, float *db, const float *x, const float *t,
                   int houses, float w, float b)
{
    *dw = *db = 0;
    for (int n = 0; n < houses; n++) {
        float error = w * x[n] + b - t[n];
        *dw += 2 * error * x[n];
        *db += 2 * error;
    }
}

void fit(float *w, float *b, const float *x, const float *t, int houses)
{
    float dw, db;
    *w = *b = 0;
    for (int step = 0; step < 200; step++) {
        slopes(&dw, &db, x, t, houses, *w, *b);
        *w -= rate * dw;
        *b -= rate * db;
    }
}
