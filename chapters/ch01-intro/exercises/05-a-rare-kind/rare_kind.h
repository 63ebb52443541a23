/* rare_kind.h: a program that knows two kinds, unless one of them is rare.
 *
 * x       [count, pixels]     pictures, one after the other
 * label   [count]             their kinds, 0 … kinds-1; each occurs
 * mean    [kinds, pixels]     arrives filled with garbage: the mean picture
 *                             of each kind
 *
 * measured() is a number that proves the cause: the average of all grey
 * levels of all pictures of one kind, which the program's own mean picture of
 * that kind should have, too.
 */
#ifndef RARE_KIND_H
#define RARE_KIND_H

#include "exercise.h"

typedef enum Cause {
    UNDECIDED,
    KINDS_IN_ORDER,   // the pictures were learned in the order of their kinds
    DIVIDED_BY_ALL,   // every kind is taken to be as frequent as the others
    ROOT_FORGOTTEN,   // distances are squared, and no root is taken
    TOO_FEW_PICTURES,   // a mean of six pictures is no mean
    LEVELS_NOT_SCALED,   // grey levels go to 255 instead of 1
} Cause;

extern const Cause cause;   // name it
float measured(const float *x, const float *label, int count, int pixels,
               int kind);   // prove it
void learn(float *mean, const float *x, const float *label, int count,
           int pixels, int kinds);   // repair it

#endif
