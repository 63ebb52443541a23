/* pull.h: least squares with a pull towards 0, for a few hundred columns at
 * once. The rows are added up once; each pull is then tried on the sums.
 *
 *     mean over n of (y(n) - t(n))²  +  square sum of w(d)²
 *                                    +  corner sum of |w(d)|
 *
 * The last column is the bias, all ones, and is not pulled.
 *
 * Shapes   gram [columns, columns] = X'X, product [columns] = X't; w
 *          [columns].
 * Memory   sums_free frees what sums_of made; w is the caller's.
 * Source   Tibshirani 1996; Zou & Hastie 2005; one weight after the other:
 *          Friedman, Hastie & Tibshirani 2010.
 */
#ifndef PULL_H
#define PULL_H

#include "data.h"

typedef struct Sums {
    int rows, columns;
    double *gram, *product;
} Sums;
Sums sums_of(const Dataset *);   // with the column of ones behind the inputs
void sums_free(Sums *);

// What is nearest to v and pays pull |w| besides (w - v)² / 2: nearer to 0
// by the pull, and 0 where it is no farther away than that.
double soft_threshold(double v, double pull);

// The square alone, by Cholesky. Columns that are sums of others before them
// are left out where nothing pulls: their w is 0. Returns how many.
int pull_by_square(double *w, const Sums *, double square);

// Both, from the w that is there, one weight after the other until none
// moves by more than a hundred-thousandth of the largest.
void pull_to_corners(double *w, const Sums *, double corner, double square);

int zeros_in(const double *w, int columns);
// The root of the mean of (y - t)².
double miss_of(const double *w, const Dataset *);

#endif
