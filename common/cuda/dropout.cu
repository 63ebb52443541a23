// Dropout: thread i draws word first + i of the stream, as random.c would, and decides about
// number i. So the mask is the CPU's, and the backward pass draws it again.
#include "philox.h"

namespace card {

// y(i) = 0 where its word is below rate 2^32, else x(i) / (1 - rate)
static __global__ void drop(Real *y, const Real *x, Number<Real> share, Number<Stream> s,
                            size_t first, size_t count)
{
    size_t i = thread_number();
    if (i >= count) return;
    Real rate = share;
    uint32_t limit = (uint32_t)((double)rate * 4294967296.0);
    y[i] = word_of(s, first + i) < limit ? 0 : x[i] * (1 / (1 - rate));
}

void dropout_forward_cuda(Tensor *y, const Tensor *x, Real rate, Stream s, size_t first)
{
    size_t count = tensor_count(y);
    Number<Real> share = number(rate);
    drop<<<blocks_for(count), THREADS, 0, stream>>>(numbers(y), numbers(x), share, number(s), first,
                                                    count);
}

}   // namespace card
