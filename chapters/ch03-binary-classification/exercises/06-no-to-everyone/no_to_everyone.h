/* no_to_everyone.h: a program that is right of 91 people of 100, and finds
 * none of the nine that it looks for.
 *
 * x, t   [people]   a blood value, scaled to mean 0 and deviation 1; 1 for
 *                   who is ill, 0 for who is well
 *
 * measured() is a number that proves the cause: the slope of the mean
 * cross-entropy L of p = sigmoid(w x + b) in the direction of w, found
 * without a formula: (L(w + h, b) - L(w - h, b)) / 2h.
 */
#ifndef NO_TO_EVERYONE_H
#define NO_TO_EVERYONE_H

#include "exercise.h"

typedef enum Cause {
    UNDECIDED,
    RATE_TOO_LARGE,   // the steps go over the valley and back
    PRODUCT_OF_MEANS,   // the mean error times the mean x, not the mean product
    CLASSES_SWAPPED,   // who is ill is taken for well
    SUM_NOT_MEAN,   // the gradient grows with the people
    TOO_FEW_STEPS,   // it would find them, if one waited
} Cause;

extern const Cause cause;   // name it
float measured(const float *x, const float *t, int people, float w, float b,
               float h);   // prove it
// Repair it. From w = 0 and b = 0, 2000 steps.
void fit(float *w, float *b, const float *x, const float *t, int people);

#endif
