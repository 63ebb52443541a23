/* linear_algebra.c: Cholesky's factorisation, and least squares with it. n is small. */
#include "linear_algebra.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define A(i, j) a[(size_t)(i) * (size_t)n + (size_t)(j)]
#define L(i, j) l[(size_t)(i) * (size_t)n + (size_t)(j)]

// a(i,j) less the product of rows i and j of L, left of column j.
static double remainder_at(const double *a, int n, int i, int j)
{
    double sum = A(i, j);
    for (int k = 0; k < j; k++) sum -= A(i, k) * A(j, k);
    return sum;
}

bool cholesky(double *a, int n, int *pivot)
{
    for (int j = 0; j < n; j++) {
        double whole = A(j, j), left = remainder_at(a, n, j, j);
        if (!(left > n * DBL_EPSILON * whole)) {
            *pivot = j;
            return false;
        }
        A(j, j) = sqrt(left);
        for (int i = j + 1; i < n; i++)
            A(i, j) = remainder_at(a, n, i, j) / A(j, j);
    }
    return true;
}

void cholesky_solve(double *b, const double *l, int n)
{
    for (int i = 0; i < n; i++) {   // L z = b, from the first row down
        for (int k = 0; k < i; k++) b[i] -= L(i, k) * b[k];
        b[i] /= L(i, i);
    }
    for (int i = n - 1; i >= 0; i--) {   // L' x = z, from the last row up
        for (int k = i + 1; k < n; k++) b[i] -= L(k, i) * b[k];
        b[i] /= L(i, i);
    }
}

static void check_matrix(const Tensor *x)
{
    CHECK(x->shape.rank == 2, "a matrix is expected, not %s", shape_text(x->shape).text);
}

// Row by row of X, so that memory is read in order; a zero, as in one-hot columns, adds nothing.
void gram(double *out, const Tensor *x)
{
    check_matrix(x);
    size_t rows = (size_t)x->shape.dim[0], n = (size_t)x->shape.dim[1];
    for (size_t i = 0; i < n * n; i++) out[i] = 0;
    for (size_t r = 0; r < rows; r++) {
        const Real *row = reals(x) + r * n;
        for (size_t i = 0; i < n; i++) {
            if (row[i] == 0) continue;
            for (size_t j = 0; j <= i; j++) out[i * n + j] += (double)row[i] * (double)row[j];
        }
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) out[j * n + i] = out[i * n + j];
}

void transposed_product(double *out, const Tensor *x, const Tensor *y)
{
    check_matrix(x);
    size_t rows = (size_t)x->shape.dim[0], n = (size_t)x->shape.dim[1];
    CHECK(tensor_count(y) == rows, "%s rows, and targets %s", shape_text(x->shape).text,
          shape_text(y->shape).text);
    for (size_t j = 0; j < n; j++) out[j] = 0;
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < n; j++) out[j] += (double)reals(x)[r * n + j] * (double)reals(y)[r];
}

bool least_squares(double *w, const Tensor *x, const Tensor *y, const double *penalty, int *pivot)
{
    check_matrix(x);
    int n = x->shape.dim[1];
    double *a = allocate((size_t)n * (size_t)n, sizeof *a);
    gram(a, x);
    transposed_product(w, x, y);
    for (int j = 0; j < n && penalty; j++) A(j, j) += penalty[j];
    bool good = cholesky(a, n, pivot);
    if (good) cholesky_solve(w, a, n);
    free(a);
    return good;
}

Tensor with_ones(const Tensor *inputs)
{
    check_matrix(inputs);
    int rows = inputs->shape.dim[0], columns = inputs->shape.dim[1];
    Tensor x = tensor_new(CPU, REAL, shape(rows, columns + 1));
    for (int r = 0; r < rows; r++) {
        Real *row = reals(&x) + (size_t)r * (size_t)(columns + 1);
        memcpy(row, reals(inputs) + (size_t)r * (size_t)columns, (size_t)columns * sizeof *row);
        row[columns] = 1;
    }
    return x;
}
