/* split.h: which rows a network learns from, and which ones judge it.
 *
 * The same seed gives the same split on every machine. What is measured on the training rows
 * (means, levels, words) may be used on the others; nothing of the others may be used in training.
 *
 * Memory   Whoever splits calls split_free, which frees all three lists.
 * Errors   A share outside 0 … 1, or a side that was asked for and would be empty, is refused.
 */
#ifndef SPLIT_H
#define SPLIT_H

#include "data.h"

// Numbers of rows, in the order in which they are to be taken.
typedef struct Rows { int count, *row; } Rows;
void rows_free(Rows *);

typedef struct Split { Rows train, validation, test; } Split;
void split_free(Split *);

// Rows 0 … rows-1 in a random order: a share is validation, another test, the rest training. Shares
// are rounded to whole rows, so that 0.2 of 10 is exactly 2.
bool split_random(Split *out, int rows, double validation, double test, uint64_t seed, Error *);

// The same in the order of the rows: training first, then validation, the test last. For series, in
// which what comes later must not help to forecast what came before.
bool split_in_order(Split *out, int rows, double validation, double test, Error *);

// The same at random for rows that belong together: all rows of one group (a name) fall on one
// side. Each group goes by itself, whatever other groups there are, so that the shares are met only
// on average.
bool split_groups(Split *out, const char *const *group, int rows, double validation, double test,
                  uint64_t seed, Error *);

// Fold 0 … folds-1: this fold is the test, all other rows are training. Each row is the test of one
// fold; sizes differ by one row at most.
bool split_fold(Split *out, int rows, int folds, int fold, uint64_t seed, Error *);

// In [0, 1), drawn for this name: what split_groups compares with the shares.
double group_place(Stream, const char *name);

// These samples in this order, as a set of its own: dataset_free frees it.
Dataset dataset_rows(const Dataset *, Rows);

#endif
