// Small pieces: scaling, adding, joining, and the sums that end a backward pass.
#include <string.h>

#include "../simd.h"
#include "cpu.h"

// y = factor x. Bytes become numbers here: this is how pictures enter a network.
void scale_forward_cpu(Tensor *y, const Tensor *x, Real factor)
{
    size_t count = tensor_count(y);
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
    Real *out = reals(y), *left = reals(a), *right = reals(b);
    for (size_t i = 0; i < count; i++) out[i] = left[i] + right[i];
}

static size_t last_axis(const Tensor *t) { return (size_t)t->shape.dim[t->shape.rank - 1]; }

static size_t rows_of(const Tensor *t) { return last_axis(t) ? tensor_count(t) / last_axis(t) : 0; }

// Row i of y is row i of a, then row i of b.
void concat_forward_cpu(Tensor *y, const Tensor *a, const Tensor *b)
{
    size_t na = last_axis(a), nb = last_axis(b), rows = rows_of(y);
    for (size_t i = 0; i < rows; i++) {
        memcpy(reals(y) + i * (na + nb), reals(a) + i * na, na * sizeof(Real));
        memcpy(reals(y) + i * (na + nb) + na, reals(b) + i * nb, nb * sizeof(Real));
    }
}

// Row i of dy is cut where it was joined.
void concat_backward_cpu(Tensor *da, Tensor *db, const Tensor *dy)
{
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
