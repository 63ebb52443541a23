// Dropout: thread i draws word first + i of the stream, as random.c would, and decides about
// number i. So the mask is the CPU's, and the backward pass draws it again.
#include "cuda.h"

namespace card {

enum { ROUNDS = 10 };

// Philox4x32-10 (random.h): four random words of a counter and a key.
static __device__ void philox_words(uint32_t word[4], uint32_t key0, uint32_t key1)
{
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t high0 = __umulhi(0xD2511F53, word[0]), low0 = 0xD2511F53 * word[0];
        uint32_t high1 = __umulhi(0xCD9E8D57, word[2]), low1 = 0xCD9E8D57 * word[2];
        word[0] = high1 ^ word[1] ^ key0;
        word[1] = low1;
        word[2] = high0 ^ word[3] ^ key1;
        word[3] = low0;
        key0 += 0x9E3779B9;
        key1 += 0xBB67AE85;
    }
}

static __device__ uint32_t word_of(Stream s, uint64_t index)
{
    uint64_t four = index / 4;
    uint32_t word[4] = {(uint32_t)four, (uint32_t)(four >> 32), s.step,
                        (uint32_t)s.purpose << 16 | s.source};
    philox_words(word, (uint32_t)s.seed, (uint32_t)(s.seed >> 32));
    return word[index % 4];
}

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
