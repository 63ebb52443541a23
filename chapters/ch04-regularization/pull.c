// L2 and L1 on the sums of all rows.
#include "pull.h"

#include "linear_algebra.h"

#include <math.h>
#include <stdlib.h>

Sums sums_of(const Dataset *set)
{
    Tensor x = with_ones(&set->inputs);
    int columns = x.shape.dim[1];
    size_t size = (size_t)columns;
    Sums s = {set->count, columns, allocate(size * size, sizeof(double)),
              allocate(size, sizeof(double))};
    gram(s.gram, &x);
    transposed_product(s.product, &x, &set->targets);
    tensor_free(&x);
    return s;
}

void sums_free(Sums *s)
{
    free(s->gram);
    free(s->product);
    *s = (Sums){0};
}

//@ threshold
double soft_threshold(double v, double pull)
{
    return v > pull ? v - pull : v < -pull ? v + pull : 0;
}
//@ end threshold

/* ---- The square ---------------------------------------------------------*/

// The chosen columns of the sums, pulled; solved into w, 0 elsewhere. False:
// the chosen column number *pivot says nothing new.
static bool solve(double *w, const Sums *s, const int *chosen, int count,
                  double square, int *pivot)
{
    size_t n = (size_t)count;
    double *a = allocate(n * (n + 1), sizeof *a), *b = a + n * n;
    for (int i = 0; i < count; i++) {
        const double *row = s->gram + chosen[i] * s->columns;
        for (int j = 0; j < count; j++) a[i * count + j] = row[chosen[j]];
        if (chosen[i] < s->columns - 1) a[i * count + i] += s->rows * square;
        b[i] = s->product[chosen[i]];
    }
    bool good = cholesky(a, count, pivot);
    if (good) cholesky_solve(b, a, count);
    for (int d = 0; d < s->columns && good; d++) w[d] = 0;
    for (int i = 0; i < count && good; i++) w[chosen[i]] = b[i];
    free(a);
    return good;
}

int pull_by_square(double *w, const Sums *s, double square)
{
    int *chosen = allocate((size_t)s->columns, sizeof *chosen);
    int count = s->columns, pivot;
    for (int d = 0; d < count; d++) chosen[d] = d;
    while (count > 0 && !solve(w, s, chosen, count, square, &pivot)) {
        count--;
        for (int i = pivot; i < count; i++) chosen[i] = chosen[i + 1];
    }
    free(chosen);
    return s->columns - count;
}

/* ---- The corner ---------------------------------------------------------*/

// w(d) alone, all others held: its slope is 0 at soft_threshold(v, pull) / h.
static double best_alone(const double *w, const Sums *s, int d, double corner,
                         double square)
{
    const double *row = s->gram + d * s->columns;
    double v = s->product[d], h = row[d];
    for (int k = 0; k < s->columns; k++) v -= row[k] * w[k];
    v += row[d] * w[d];
    if (d == s->columns - 1) return v / h;
    return soft_threshold(v, s->rows * corner / 2) / (h + s->rows * square);
}

void pull_to_corners(double *w, const Sums *s, double corner, double square)
{
    enum { ROUNDS = 2000 };
    double moved = INFINITY, largest = 0;
    for (int round = 0; round < ROUNDS && moved > 1e-5 * largest; round++) {
        moved = largest = 0;
        for (int d = 0; d < s->columns; d++) {
            double before = w[d];
            if (s->gram[d * s->columns + d] == 0) continue;
            w[d] = best_alone(w, s, d, corner, square);
            moved = fmax(moved, fabs(w[d] - before));
            if (d < s->columns - 1) largest = fmax(largest, fabs(w[d]));
        }
    }
}

int zeros_in(const double *w, int columns)
{
    int zeros = 0;
    for (int d = 0; d < columns; d++) zeros += w[d] == 0;
    return zeros;
}

double miss_of(const double *w, const Dataset *set)
{
    int features = set->inputs.shape.dim[1];
    double sum = 0;
    for (int n = 0; n < set->count; n++) {
        const Real *x = reals(&set->inputs) + n * features;
        double y = w[features];
        for (int d = 0; d < features; d++) y += w[d] * (double)x[d];
        sum += pow(y - (double)reals(&set->targets)[n], 2);
    }
    return sqrt(sum / set->count);
}
