/* standardise.h: columns of numbers brought to mean 0 and deviation 1, by what the training rows
 * say.
 *
 *     y(n,d) = (x(n,d) - mean(d)) / deviation(d),   y(n,d) = 0 where the training rows never change
 *
 * The deviation is that of the rows themselves (divided by N, not N-1). Sums are taken in double;
 * what is kept is the sum of two Reals, so that a date such as 20141013 keeps its digits, and has
 * the same bits after it was saved with a network and loaded.
 *
 * Shapes   x [N, ...]: the numbers of a sample are `count` columns, those of [N] one.
 * Memory   standardiser_free frees what standardiser_fit made.
 */
#ifndef STANDARDISE_H
#define STANDARDISE_H

#include "params.h"
#include "tensor.h"

typedef struct Standardiser {
    int count;
    double *mean, *deviation;   // [count]; deviation 0 of a column that never changes
} Standardiser;
Standardiser standardiser_fit(const Tensor *x);   // of the training rows, at least one
void standardiser_free(Standardiser *);

void standardise(Tensor *x, const Standardiser *);          // in place
void standardise_back(Tensor *x, const Standardiser *);     // y * deviation + mean: in their unit

// Saved with the network: as statistics NAME.mean and NAME.deviation of its Params, a TwoReals for
// each column, which no optimizer moves and every checkpoint holds. keep before saving or loading,
// recall after loading. (params_initialise would set them to 0: keep again after it.)
void standardiser_keep(const Standardiser *, Params *, const char *name);
void standardiser_recall(Standardiser *, const Params *, const char *name);

// A double as what Params can hold: two Reals, the second what rounding took from the first.
typedef struct TwoReals { Real most, rest; } TwoReals;
TwoReals two_reals(double);
double two_reals_sum(TwoReals);
double as_saved(double);   // two_reals_sum(two_reals(x))
void statistic_keep(Params *, const char *name, const Real *values, int count);
void statistic_recall(Real *values, int count, const Params *, const char *name);

// Mean and deviation of the numbers that are not NAN, and how many these are.
typedef struct Moments { double mean, deviation; int count; } Moments;
Moments moments_of(const double *x, int count);

#endif
