// Small pieces: scaling, adding, joining, and sums (kernels.h has the equations).
#include "cuda.h"

namespace card {

// y(i) = factor x(i), of numbers or of bytes: this is how pictures enter a network.
template <class T>
static __global__ void scale(Real *y, const T *x, Number<Real> factor, size_t count)
{
    size_t i = thread_number();
    if (i < count) y[i] = factor * x[i];
}

void scale_forward_cuda(Tensor *y, const Tensor *x, Real factor)
{
    size_t n = tensor_count(y);
    if (x->type == U8)
        scale<uint8_t><<<blocks_for(n), THREADS, 0, stream>>>(numbers(y), small_integers(x),
                                                              number(factor), n);
    else
        scale<Real><<<blocks_for(n), THREADS, 0, stream>>>(numbers(y), numbers(x), number(factor),
                                                           n);
}

// y(i) = a(i) + b(i)
static __global__ void add(Real *y, const Real *a, const Real *b, size_t count)
{
    size_t i = thread_number();
    if (i < count) y[i] = a[i] + b[i];
}

void add_forward_cuda(Tensor *y, const Tensor *a, const Tensor *b)
{
    size_t count = tensor_count(y);
    add<<<blocks_for(count), THREADS, 0, stream>>>(numbers(y), numbers(a), numbers(b), count);
}

/* ---- Joining ----------------------------------------------------------------------------------*/

// Number i of y lies in row i / width at place i % width: the first `na` places are a's.
static __global__ void concat(Real *y, const Real *a, const Real *b, size_t na, size_t nb,
                              size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    size_t row = i / (na + nb), place = i % (na + nb);
    y[i] = place < na ? a[row * na + place] : b[row * nb + (place - na)];
}

// The way back: number i of dy goes where y's came from, if anybody wants it.
static __global__ void split(Real *da, Real *db, const Real *dy, size_t na, size_t nb,
                             size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    size_t row = i / (na + nb), place = i % (na + nb);
    if (place < na && da) da[row * na + place] = dy[i];
    if (place >= na && db) db[row * nb + (place - na)] = dy[i];
}

static size_t last_axis(const Tensor *t) { return (size_t)t->shape.dim[t->shape.rank - 1]; }

void concat_forward_cuda(Tensor *y, const Tensor *a, const Tensor *b)
{
    size_t count = tensor_count(y);
    concat<<<blocks_for(count), THREADS, 0, stream>>>(numbers(y), numbers(a), numbers(b),
                                                      last_axis(a), last_axis(b), count);
}

void concat_backward_cuda(Tensor *da, Tensor *db, const Tensor *dy)
{
    size_t count = tensor_count(dy);
    split<<<blocks_for(count), THREADS, 0, stream>>>(numbers(da), numbers(db), numbers(dy),
                                                     last_axis(da), last_axis(db), count);
}

/* ---- Sums -------------------------------------------------------------------------------------*/

// sum(first + i) += parts(0, first + i) + parts(1, first + i) + …, in this order
static __global__ void add_parts(Real *sum, const Real *parts, int count, size_t step, int first,
                                 int numbers)
{
    int i = (int)thread_number();
    if (i >= numbers) return;
    Real total = 0;
    for (int k = 0; k < count; k++) total += parts[k * step + first + i];
    sum[first + i] += total;
}

void sum_parts_cuda(Tensor *sum, const Tensor *parts, Range range)
{
    size_t step = sample_count(parts->shape);
    add_parts<<<blocks_for((size_t)range.count), THREADS, 0, stream>>>(
        numbers(sum), numbers(parts), parts->shape.dim[0], step, range.first, range.count);
}

// One block: thread t adds x(t), x(t + THREADS), …, in double, then the block its threads' sums.
static __global__ void mean(Real *result, const Real *x, size_t count, Number<Real> divisor)
{
    double mine = 0;
    for (size_t i = threadIdx.x; i < count; i += THREADS) mine += (double)x[i];
    double sum = block_sum(mine);
    Real over = divisor;
    if (threadIdx.x == 0) result[0] = over > 0 ? (Real)(sum / (double)over) : 0;
}

void mean_forward_cuda(Tensor *result, const Tensor *x, Real count)
{
    mean<<<1, THREADS, 0, stream>>>(numbers(result), numbers(x), tensor_count(x), number(count));
}

// sum += sum x², one block as above
static __global__ void add_squares(Real *sum, const Real *x, size_t count)
{
    double mine = 0;
    for (size_t i = threadIdx.x; i < count; i += THREADS) mine += (double)x[i] * (double)x[i];
    double total = block_sum(mine);
    if (threadIdx.x == 0) sum[0] += (Real)total;
}

void sum_squares_cuda(Tensor *sum, const Tensor *x)
{
    add_squares<<<1, THREADS, 0, stream>>>(numbers(sum), numbers(x), tensor_count(x));
}

}   // namespace card
