// Cholesky's factorisation and least squares: cases by hand, residuals on random and
// ill-conditioned matrices.
#include "../../common/linear_algebra.h"
#include "support.h"

#include <float.h>

TestSuite(linear_algebra, .fini = free_tensors);

#define close_to(got, want, allowed)                                                               \
    cr_assert(fabs((got) - (want)) <= (allowed), "got %.17g, expected %.17g", (double)(got),       \
              (double)(want))

// [4 2 -2; 2 10 2; -2 2 6] = L L' with L = [2 0 0; 1 3 0; -1 1 2]; L L' (1, -1, 2) = (-2, -4, 8).
Test(linear_algebra, a_factorisation_by_hand)
{
    double a[] = {4, NAN, NAN, 2, 10, NAN, -2, 2, 6},
           b[] = {-2, -4, 8};   // the lower triangle is enough
    int pivot = -1;
    cr_assert(cholesky(a, 3, &pivot));
    cr_assert(a[0] == 2 && a[3] == 1 && a[4] == 3 && a[6] == -1 && a[7] == 1 && a[8] == 2 &&
              pivot == -1);
    cholesky_solve(b, a, 3);
    cr_assert(b[0] == 1 && b[1] == -1 && b[2] == 2, "(%g, %g, %g)", b[0], b[1], b[2]);
}

Test(linear_algebra, which_pivot_fails)
{
    int pivot = -1;
    double indefinite[] = {1, 2, 2, 1};   // pivot 1 is 1 - 4
    cr_assert(!cholesky(indefinite, 2, &pivot) && pivot == 1);
    double singular[] = {1, 1, 0, 1, 1, 0, 0, 0, 1};   // row 1 is row 0
    cr_assert(!cholesky(singular, 3, &pivot) && pivot == 1);
    double negative[] = {-1};
    cr_assert(!cholesky(negative, 1, &pivot) && pivot == 0);
    double nothing[] = {4, 0, 0, 0};
    cr_assert(!cholesky(nothing, 2, &pivot) && pivot == 1);
    double unknown[] = {NAN};
    cr_assert(!cholesky(unknown, 1, &pivot) && pivot == 0);
    // 0.1 is no double: what is left of the pivot is rounding, about 1e-18.
    double rounded[] = {0.01, 0.03, 0.03, 0.09};
    cr_assert(!cholesky(rounded, 2, &pivot) && pivot == 1);
}

// |A x - b| is a small multiple of rounding, whatever the condition; |x - wanted| grows with it.
static void solve(const double *matrix, int n, double residual, double error)
{
    double a[400], x[20], b[20];
    int pivot;
    memcpy(a, matrix, (size_t)(n * n) * sizeof *a);
    for (int i = 0; i < n; i++) {
        b[i] = 0;
        for (int j = 0; j < n; j++) b[i] += matrix[i * n + j] * (j % 3 + 1);
        x[i] = b[i];
    }
    cr_assert(cholesky(a, n, &pivot), "pivot %d of %d", pivot, n);
    cholesky_solve(x, a, n);
    for (int i = 0; i < n; i++) {
        double left = -b[i], scale = fabs(b[i]);
        for (int j = 0; j < n; j++)
            left += matrix[i * n + j] * x[j], scale += fabs(matrix[i * n + j] * x[j]);
        close_to(left, 0, residual * scale);
        close_to(x[i], i % 3 + 1, error);
    }
}

Test(linear_algebra, random_matrices)
{
    for (int trial = 0; trial < 50; trial++) {
        int n = between(1, 20), rows = n + between(5, 20);
        double a[400], x[40 * 20];
        for (int i = 0; i < rows * n; i++) x[i] = 2 * next_uniform() - 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = 0;
                for (int r = 0; r < rows; r++) a[i * n + j] += x[r * n + i] * x[r * n + j];
            }
        }
        solve(a, n, 1e-14, 1e-10);
    }
}

// Hilbert's matrix 1/(i+j+1): the condition number is 1.5e4 at n = 4 and 1.5e10 at n = 8, of which
// a digit each is lost. Of pivot 15, 1/31 at first, 1e-18 should be left, which rounding cannot
// tell from nothing.
Test(linear_algebra, hilbert)
{
    double h[256];
    int pivot = -1;
    for (int n = 1; n <= 8; n++) {
        for (int i = 0; i < n * n; i++) h[i] = 1.0 / (i / n + i % n + 1);
        solve(h, n, 1e-14, n <= 4 ? 1e-11 : 1e-4);
    }
    for (int i = 0; i < 256; i++) h[i] = 1.0 / (i / 16 + i % 16 + 1);
    cr_assert(!cholesky(h, 16, &pivot) && pivot >= 13, "pivot %d", pivot);
}

Test(linear_algebra, gram_and_product_by_hand)
{
    Tensor x = of(shape(3, 2), 1, 2, 0, -1, 3, 0.5), y = of(shape(3), 4, 5, -6);
    double a[4], b[2];
    gram(a, &x);
    cr_assert(a[0] == 10 && a[1] == 3.5 && a[2] == 3.5 && a[3] == 5.25);
    transposed_product(b, &x, &y);
    cr_assert(b[0] == -14 && b[1] == 0, "(%g, %g)", b[0], b[1]);
}

// Through (0, 1), (1, 3), (2, 5), (3, 6.4): X'X = [4 6; 6 14], X'y = (15.4, 32.2); the slope is
// 1.82, the intercept 1.12. With 1 added for the slope: [4 6; 6 15], 1.5166..., 1.575.
Test(linear_algebra, a_line_by_hand)
{
    int pivot = -1;
    Tensor x = of(shape(4, 2), 1, 0, 1, 1, 1, 2, 1, 3), y = of(shape(4), 1, 3, 5, (Real)6.4);
    double w[2];
    cr_assert(least_squares(w, &x, &y, NULL, &pivot), "pivot %d", pivot);
    close_to(w[0], 1.12, 1e-6);
    close_to(w[1], 1.82, 1e-6);
    cr_assert(least_squares(w, &x, &y, (double[]){0, 1}, &pivot), "pivot %d", pivot);
    close_to(w[0], 1.575, 1e-6);
    close_to(w[1], 9.1 / 6, 1e-6);
}

// At the minimum the gradient X'(Xw - y) + penalty * w is zero.
Test(linear_algebra, the_gradient_is_zero)
{
    for (int trial = 0; trial < 20; trial++) {
        int pivot = -1;
        int n = between(1, 12), rows = n + between(3, 40);
        Tensor x = any(shape(rows, n)), y = any(shape(rows));
        double w[12], penalty[12];
        for (int j = 0; j < n; j++) penalty[j] = next_uniform();
        cr_assert(least_squares(w, &x, &y, penalty, &pivot), "pivot %d", pivot);
        for (int j = 0; j < n; j++) {
            double slope = penalty[j] * w[j];
            for (int r = 0; r < rows; r++) {
                double left = -(double)reals(&y)[r];
                for (int k = 0; k < n; k++) left += (double)reals(&x)[r * n + k] * w[k];
                slope += left * (double)reals(&x)[r * n + j];
            }
            close_to(slope, 0, 1e-11);
        }
    }
}

// A column twice: nothing chooses between them, until a penalty shares the weight out.
Test(linear_algebra, dependent_columns)
{
    int pivot = -1;
    Tensor x = of(shape(3, 3), 1, 2, 2, 1, 3, 3, 1, 5, 5), y = of(shape(3), 2, 3, 5);
    double w[3];
    cr_assert(!least_squares(w, &x, &y, NULL, &pivot) && pivot == 2, "pivot %d", pivot);
    cr_assert(least_squares(w, &x, &y, (double[]){0, 1e-6, 1e-6}, &pivot));
    close_to(w[1], 0.5, 1e-5);
    close_to(w[2], 0.5, 1e-5);
}

Test(linear_algebra, a_column_of_ones_is_the_bias)
{
    int pivot = -1;
    Tensor x = of(shape(3, 1), 1, 2, 4), y = of(shape(3), 5, 7, 11), ones = with_ones(&x);
    double w[2];
    cr_assert(shape_equal(ones.shape, shape(3, 2)) && reals(&ones)[4] == 4 && reals(&ones)[5] == 1);
    cr_assert(least_squares(w, &ones, &y, NULL, &pivot));
    close_to(w[0], 2, 1e-5);
    close_to(w[1], 3, 1e-5);
    tensor_free(&ones);
}

Test(linear_algebra, shapes_that_do_not_fit, .signal = SIGABRT)
{
    Tensor x = any(shape(3, 2)), y = any(shape(4));
    double b[2];
    transposed_product(b, &x, &y);
}
