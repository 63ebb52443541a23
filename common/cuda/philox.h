// philox.h: the random numbers of random.h, drawn by whichever thread needs them.
#ifndef CUDA_PHILOX_H
#define CUDA_PHILOX_H

#include "cuda.h"

namespace card {

// Philox4x32-10 (random.h): four random words of a counter and a key.
static __device__ inline void philox_words(uint32_t word[4], uint32_t key0, uint32_t key1)
{
    enum { ROUNDS = 10 };
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

// Word `index` of a stream, as random_word draws it.
static __device__ inline uint32_t word_of(Stream s, uint64_t index)
{
    uint64_t four = index / 4;
    uint32_t word[4] = {(uint32_t)four, (uint32_t)(four >> 32), s.step,
                        (uint32_t)s.purpose << 16 | s.source};
    philox_words(word, (uint32_t)s.seed, (uint32_t)(s.seed >> 32));
    return word[index % 4];
}

}   // namespace card

#endif
