/* standardise.h: columns brought to mean 0 and deviation 1.
 *
 * train   [train_rows, columns]   row after row; changed in place
 * test    [test_rows, columns]    likewise
 *
 * Each column of both is moved by the mean and divided by the deviation that
 * the column has in the training rows. The deviation is the root of the mean
 * squared difference from the mean (divided by train_rows, not one less).
 * A column that never changes in the training rows has a deviation of 0: it
 * becomes 0 in both. (A rounded mean hides that. All training numbers are
 * multiples of a quarter, so their sum is exact.)
 * All three counts are at least 1. The arrays are the caller's.
 */
#ifndef STANDARDISE_H
#define STANDARDISE_H

#include "exercise.h"

void standardise(float *train, float *test, int train_rows, int test_rows,
                 int columns);

#endif
