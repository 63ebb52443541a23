/* linear_algebra.h: small dense systems of equations, in double, for what has a closed form.
 *
 * Least squares by the normal equation: the w that makes |X w - y|² + sum over d of penalty(d)
 * w(d)² least solves (X'X + diag(penalty)) w = X'y. Forming X'X squares the condition number of X,
 * so a column that is nearly a sum of others costs twice the digits it would cost a QR
 * factorisation.
 *
 * Shapes   Matrices are row after row: a [n, n] has a(i,j) at a[i*n + j].
 * Memory   All arrays are the caller's.
 * Errors   A matrix that is not positive definite is the world's fault: false, and which pivot
 *          failed.
 * Source   Golub & Van Loan 2013, Matrix Computations, 4th edition, sections 4.2 and 5.3.
 */
#ifndef LINEAR_ALGEBRA_H
#define LINEAR_ALGEBRA_H

#include "tensor.h"

// a = L L', with L lower triangular, for a symmetric and positive definite; only its lower triangle
// is read, and L is written over it. A pivot that rounding could have made is refused as zero:
// false, and its row in *pivot. Row p means that column p of X is a sum of multiples of columns
// before it.
bool cholesky(double *a, int n, int *pivot);

// Solves L L' x = b; x is written over b [n].
void cholesky_solve(double *b, const double *l, int n);

// out [columns, columns] = X'X, and X'y [columns], of X [rows, columns] and y [rows], both REAL.
void gram(double *out, const Tensor *x);
void transposed_product(double *out, const Tensor *x, const Tensor *y);

// w [columns], as above; penalty [columns], or NULL for none. A constant column in X is the bias:
// give it the penalty 0. False, and *pivot, where a column is a sum of multiples of those before it
// and nothing is added: leave it out, or penalise the weights.
bool least_squares(double *w, const Tensor *x, const Tensor *y, const double *penalty, int *pivot);

// The inputs [rows, columns], REAL, with a column of ones behind them, whose weight is the bias.
// The caller frees it.
Tensor with_ones(const Tensor *inputs);

#endif
