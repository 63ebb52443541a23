// Small pieces: scaling, adding, joining, and the sums that end a backward pass.
#include <string.h>

#include "../simd.h"
#include "cpu.h"

// y = factor x. Bytes become numbers here: this is how pictures enter a network.
void scale_forward_cpu(Tensor *y, const Tensor *x, Real factor)
{
    size_t count = tensor_count(y);
    CHECK(tensor_count(x) == count, "scale: y %s, x %s", shape_text(y->shape).text,
          shape_text(x->shape).text);
    Real *out = reals(y);
    if (x->type == U8) {
        for (size_t i = 0; i < count; i++) out[i] = factor * bytes(x)[i];
    } else {
        for (size_t i = 0; i < count; i++) out[i] = factor * reals(x)[i];
    }
}

// y = a + b; y may be a or b
void add_forward_cpu(Tensor *y, const Tensor *a, const Tensor *b)
{
    size_t count = tensor_count(y);
    CHECK(tensor_count(a) == count && tensor_count(b) == count, "add: %s = %s + %s",
          shape_text(y->shape).text, shape_text(a->shape).text, shape_text(b->shape).text);
    Real *out = reals(y), *left = reals(a), *right = reals(b);
    for (size_t i = 0; i < count; i++) out[i] = left[i] + right[i];
}

static size_t last_axis(const Tensor *t) { return (size_t)t->shape.dim[t->shape.rank - 1]; }

static size_t rows_of(const Tensor *t) { return last_axis(t) ? tensor_count(t) / last_axis(t) : 0; }

// y is as wide as a and b together, and has as many rows as each.
static void check_concat(const Tensor *y, const Tensor *a, const Tensor *b)
{
    bool fits = last_axis(y) == last_axis(a) + last_axis(b) && rows_of(y) == rows_of(a) &&
                rows_of(y) == rows_of(b);
    CHECK(fits, "concat: %s = %s, %s", shape_text(y->shape).text, shape_text(a->shape).text,
          shape_text(b->shape).text);
}

// Row i of y is row i of a, then row i of b.
void concat_forward_cpu(Tensor *y, const Tensor *a, const Tensor *b)
{
    check_concat(y, a, b);
    size_t na = last_axis(a), nb = last_axis(b), rows = rows_of(y);
    for (size_t i = 0; i < rows; i++) {
        memcpy(reals(y) + i * (na + nb), reals(a) + i * na, na * sizeof(Real));
        memcpy(reals(y) + i * (na + nb) + na, reals(b) + i * nb, nb * sizeof(Real));
    }
}

// Row i of dy is cut where it was joined.
void concat_backward_cpu(Tensor *da, Tensor *db, const Tensor *dy)
{
    check_concat(dy, da, db);
    size_t na = last_axis(da), nb = last_axis(db), rows = rows_of(dy);
    for (size_t i = 0; i < rows; i++) {
        const Real *row = reals(dy) + i * (na + nb);
        if (present(da)) memcpy(reals(da) + i * na, row, na * sizeof(Real));
        if (present(db)) memcpy(reals(db) + i * nb, row + na, nb * sizeof(Real));
    }
}

// sum(i) += parts(0,i) + parts(1,i) + …: a vector of i at a time, the parts in their order
void sum_parts_cpu(Tensor *sum, const Tensor *parts, Range range)
{
    int count = parts->shape.dim[0];
    size_t step = sample_count(parts->shape);
    CHECK((size_t)(range.first + range.count) <= step, "numbers %d to %d of %s", range.first,
          range.first + range.count - 1, shape_text(parts->shape).text);
    for (int i = range.first; i < range.first + range.count; i += LANES) {
        int left = range.first + range.count - i;
        Vector total = load_upto(reals(parts) + i, left);
        for (int k = 1; k < count; k++) total += load_upto(reals(parts) + k * step + i, left);
        store_upto(reals(sum) + i, load_upto(reals(sum) + i, left) + total, left);
    }
}

// mean = sum of x / count, in double; 0 where nothing counts, as in a batch that is all masked.
void mean_forward_cpu(Tensor *mean, const Tensor *x, Real count)
{
    double sum = 0;
    for (size_t i = 0; i < tensor_count(x); i++) sum += (double)reals(x)[i];
    reals(mean)[0] = count > 0 ? (Real)(sum / (double)count) : 0;
}

// sum += sum x², in double
void sum_squares_cpu(Tensor *sum, const Tensor *x)
{
    double total = 0;
    for (size_t i = 0; i < tensor_count(x); i++) total += (double)reals(x)[i] * (double)reals(x)[i];
    reals(sum)[0] += (Real)total;
}
