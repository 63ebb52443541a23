// Symbols become vectors, and a sequence its last step (kernels.h has the equations).
#include "cuda.h"

namespace card {

// y(i, d) = w(symbol(i), d): thread i D + d
static __global__ void look_up(Real *y, const int32_t *symbol, const Real *w, int symbols,
                               size_t width, size_t count)
{
    size_t place = thread_number();
    if (place >= count * width) return;
    size_t i = place / width, d = place % width;
    assert(symbol[i] >= 0 && symbol[i] < symbols);
    y[place] = w[(size_t)symbol[i] * width + d];
}

void embedding_forward_cuda(Tensor *y, const Tensor *symbol, const Tensor *w)
{
    size_t count = tensor_count(symbol), width = (size_t)w->shape.dim[1];
    look_up<<<blocks_for(count * width), THREADS, 0, stream>>>(
        numbers(y), integers(symbol), numbers(w), w->shape.dim[0], width, count);
}

// dw(v, d) += sum of dy(i, d) of all i with symbol(i) = v, in their order: thread v columns + d
// looks at every symbol, so that each sum has one owner.
static __global__ void add_symbols(Real *dw, const Real *dy, const int32_t *symbol, int symbols,
                                   size_t width, size_t count, Range columns)
{
    size_t place = thread_number();
    int v = (int)(place / (size_t)columns.count);
    size_t d = (size_t)columns.first + place % (size_t)columns.count;
    if (v >= symbols) return;
    Real sum = dw[(size_t)v * width + d];
    for (size_t i = 0; i < count; i++) {
        assert(symbol[i] >= 0 && symbol[i] < symbols);
        if (symbol[i] == v) sum += dy[i * width + d];
    }
    dw[(size_t)v * width + d] = sum;
}

void embedding_backward_cuda(Tensor *dw, const Tensor *dy, const Tensor *symbol, Range columns)
{
    size_t count = tensor_count(symbol);
    int symbols = dw->shape.dim[0], width = dw->shape.dim[1];
    if (columns.count == 0) return;
    add_symbols<<<blocks_for((size_t)symbols * (size_t)columns.count), THREADS, 0, stream>>>(
        numbers(dw), numbers(dy), integers(symbol), symbols, (size_t)width, count, columns);
}

/* ---- The last step ----------------------------------------------------------------------------*/

// lengths(n), or `steps` where lengths are absent
static __device__ int length_at(const int32_t *lengths, size_t n, int steps)
{
    int length = lengths ? lengths[n] : steps;
    assert(length >= 0 && length <= steps);
    return length;
}

// y(n, k) = x(n, length(n) - 1, k), and 0 where the length is 0: thread n width + k
static __global__ void take_last(Real *y, const Real *x, const int32_t *lengths, int steps,
                                 size_t width, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    size_t n = i / width, k = i % width;
    int length = length_at(lengths, n, steps);
    y[i] = length == 0 ? 0 : x[(n * (size_t)steps + (size_t)length - 1) * width + k];
}

// dx(n, t, k) = dy(n, k) at the last step t, else 0: a thread for each number of dx
static __global__ void give_last(Real *dx, const Real *dy, const int32_t *lengths, int steps,
                                 size_t width, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    size_t n = i / width / (size_t)steps, k = i % width;
    int t = (int)(i / width % (size_t)steps);
    dx[i] = t == length_at(lengths, n, steps) - 1 ? dy[n * width + k] : 0;
}

void last_forward_cuda(Tensor *y, const Tensor *x, const Tensor *lengths)
{
    int steps = x->shape.dim[1];
    size_t count = tensor_count(y);
    take_last<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(y), numbers(x), integers(lengths), steps, sample_count(y->shape), count);
}

void last_backward_cuda(Tensor *dx, const Tensor *dy, const Tensor *lengths)
{
    int steps = dx->shape.dim[1];
    size_t count = tensor_count(dx);
    give_last<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(dx), numbers(dy), integers(lengths), steps, sample_count(dy->shape), count);
}

}   // namespace card
