/* lowest.h: the lowest place of a curve, of all that are tried.
 *
 * curve   a function that says how high it is at x
 *
 * Tried are the whole numbers from, from + 1, … to, with from <= to; the curve
 * is asked nowhere else, and may be asked several times at one place. Of several
 * places that are equally low, the one farthest left is meant.
 */
#ifndef LOWEST_H
#define LOWEST_H

#include "exercise.h"

typedef struct Place {
    int x;
    float height;
} Place;

Place lowest(float (*curve)(int x), int from, int to);

#endif
