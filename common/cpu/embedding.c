// Symbols become vectors, and a sequence its last step (kernels.h has the equations).
#include <string.h>

#include "cpu.h"

static int width_of(const Tensor *w) { return w->shape.dim[1]; }

size_t symbol_at(const Tensor *symbol, size_t i, const Tensor *table)
{
    int s = ints(symbol)[i];
    CHECK(s >= 0 && s < table->shape.dim[0], "symbol %d of %d", s, table->shape.dim[0]);
    return (size_t)s;
}

// y(i,:) = w(symbol(i), :)
void embedding_forward_cpu(Tensor *y, const Tensor *symbol, const Tensor *w)
{
    size_t count = tensor_count(symbol), width = (size_t)width_of(w);
    for (size_t i = 0; i < count; i++)
        memcpy(reals(y) + i * width, reals(w) + symbol_at(symbol, i, w) * width,
               width * sizeof(Real));
}

// dw(symbol(i), d) += dy(i, d), i after i, so that sums have one order
void embedding_backward_cpu(Tensor *dw, const Tensor *dy, const Tensor *symbol, Range columns)
{
    size_t count = tensor_count(symbol), width = (size_t)width_of(dw);
    for (size_t i = 0; i < count; i++) {
        Real *sum = reals(dw) + symbol_at(symbol, i, dw) * width + columns.first;
        const Real *row = reals(dy) + i * width + columns.first;
        for (int d = 0; d < columns.count; d++) sum[d] += row[d];
    }
}

int length_of(const Tensor *lengths, int n, int steps)
{
    int length = present(lengths) ? ints(lengths)[n] : steps;
    CHECK(length >= 0 && length <= steps, "a sequence of length %d in %d steps", length, steps);
    return length;
}

// y(n,:) = x(n, length(n) - 1, :)
void last_forward_cpu(Tensor *y, const Tensor *x, const Tensor *lengths)
{
    size_t width = sample_count(y->shape);
    int steps = x->shape.dim[1];
    for (int n = 0; n < x->shape.dim[0]; n++) {
        int length = length_of(lengths, n, steps);
        Real *row = reals(y) + (size_t)n * width;
        const Real *first = reals(x) + (size_t)n * (size_t)steps * width;
        if (length == 0) memset(row, 0, width * sizeof(Real));
        else memcpy(row, first + (size_t)(length - 1) * width, width * sizeof(Real));
    }
}

void last_backward_cpu(Tensor *dx, const Tensor *dy, const Tensor *lengths)
{
    size_t width = sample_count(dy->shape);
    int steps = dx->shape.dim[1];
    memset(dx->data, 0, tensor_count(dx) * sizeof(Real));
    for (int n = 0; n < dx->shape.dim[0]; n++) {
        int length = length_of(lengths, n, steps);
        Real *first = reals(dx) + (size_t)n * (size_t)steps * width;
        if (length > 0)
            memcpy(first + (size_t)(length - 1) * width, reals(dy) + (size_t)n * width,
                   width * sizeof(Real));
    }
}
