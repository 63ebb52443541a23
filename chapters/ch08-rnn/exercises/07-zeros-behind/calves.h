/* calves.h: forecasts from sequences that differ in length.
 *
 * x        [calves, longest]   litres of milk that a calf drank on its first
 *                              day in the barn, its second, …; behind its
 *                              last day stand zeros
 * length   [calves]            days it stayed: at least 2, at most longest
 * cell     [3]                 w, v and b. After day t the forecast for the
 *                              next is h(t) = w x(t) + v h(t-1) + b, where
 *                              h before the first day is 0
 *
 * measured() is a number that proves the cause: the mean squared error of
 * forecasts y [calves, longest], where y(n,t) is for x(n,t+1), over all days
 * on which a calf was there the day before, too.
 */
#ifndef CALVES_H
#define CALVES_H

#include "exercise.h"

typedef enum Cause {
    UNDECIDED,
    RATE_TOO_SMALL,   // it would learn, if its steps were longer
    STATE_NOT_RESET,   // a calf begins with the state of the one before
    ZEROS_COUNTED,   // days on which no calf was there count as well
    CELL_TOO_SMALL,   // three numbers cannot learn this
    GRADIENT_VANISHES,   // it does not reach the first days
} Cause;

extern const Cause cause;   // name it
float measured(const float *y, const float *x, const float *length,
               int calves, int longest);   // prove it
// Repair it. 3000 steps.
void fit(float *cell, const float *x, const float *length, int calves,
         int longest);

#endif
