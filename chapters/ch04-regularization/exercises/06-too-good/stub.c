/* 04-06  Too good                             diagnose, further, 50 minutes
 *
 * In five folds the program in this file tells 97 of 100 visits rightly. In
 * the hospital next door, where it meets new patients, it is right of half of
 * them, which a coin is, too.
 *
 *     folds                2     5    10    20
 *     promised          0.90  0.97  0.98  1.00
 *     new patients      0.53  0.53  0.53  0.53
 *
 * (loss.tsv has more of this.) One idea is wrong.
 *
 * Task      name it: set `cause` to one of those in too_good.h.
 *           Prove it: write measured(), as too_good.h describes it.
 *           Repair it: change as little as you can; promised() is called
 *           again, for two hospitals, and must promise what new patients
 *           then bear out.
 * Example   one feature, x = 0 5 1 9 6 8, patient = 0 1 0 2 1 2: for each
 *           row the nearest in another fold is one of the same patient, but
 *           row 0 and row 5 share a fold: measured() is 1
 *
 * Check     make check EX=04-06          Stuck?   make hint EX=04-06
 */
#include "too_good.h"

#include <math.h>

const Cause cause = UNDECIDED;

float measured(const float *x, const float *patient, int rows, int features)
{
    EXERCISE_TODO();
}

enum { FOLDS = 5 };

static int fold_of(int row, const float *patient)
{
    (void)patient;
    return row % FOLDS;
}

static float apart(const float *a, const float *b, int features)
{
    float sum = 0;
    for (int d = 0; d < features; d++) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

float promised(const float *x, const float *t, const float *patient, int rows,
               int features)
{
    int right = 0;
    for (int n = 0; n < rows; n++) {
        int best = -1;
        float least = INFINITY;
        for (int k = 0; k < rows; k++) {
            if (fold_of(k, patient) == fold_of(n, patient)) continue;
            float far = apart(x + n * features, x + k * features, features);
            if (far < least) {
                least = far;
                best = k;
            }
        }
        right += best >= 0 && t[best] == t[n];
    }
    return (float)right / (float)rows;
}
