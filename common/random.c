/* random.c: Philox4x32-10, and the numbers that are made from its words. */
#include "random.h"

#include <math.h>
#include <string.h>

#include "simd.h"

enum { ROUNDS = 10 };

INLINE uint32_t high(uint64_t product) { return (uint32_t)(product >> 32); }
INLINE uint32_t low(uint64_t product) { return (uint32_t)product; }

// One round: two products of 64 bits, their halves crossed over and mixed with the other words and
// the key.
INLINE void philox_round(uint32_t w[4], uint32_t key0, uint32_t key1)
{
    uint64_t p0 = (uint64_t)0xD2511F53 * w[0];
    uint64_t p1 = (uint64_t)0xCD9E8D57 * w[2];
    w[0] = high(p1) ^ w[1] ^ key0;
    w[1] = low(p1);
    w[2] = high(p0) ^ w[3] ^ key1;
    w[3] = low(p0);
}

// From round to round the key moves on by the fractions of the golden ratio and of √3.
static void next_key(uint32_t key[2])
{
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
}

INLINE Philox philox_rounds(const uint32_t counter[4], const uint32_t key[2])
{
    Philox p;
    uint32_t k[2] = {key[0], key[1]};
    memcpy(p.word, counter, sizeof p.word);
    for (int r = 0; r < ROUNDS; r++, next_key(k)) philox_round(p.word, k[0], k[1]);
    return p;
}

Philox philox(const uint32_t counter[4], const uint32_t key[2])
{
    return philox_rounds(counter, key);
}

// Everything that tells two numbers apart is in the counter or the key, so no two share a block.
INLINE Philox stream_block(Stream s, uint64_t block)
{
    uint32_t key[2] = {low(s.seed), high(s.seed)};
    uint32_t counter[4] = {low(block), high(block), s.step, (uint32_t)s.purpose << 16 | s.source};
    return philox_rounds(counter, key);
}

uint32_t random_word(Stream s, uint64_t index)
{
    return stream_block(s, index / 4).word[index % 4];
}

// Block by block. No block waits for another, so the processor works on several at once.
void random_words(Stream s, uint64_t first, uint32_t *out, size_t count)
{
    uint64_t end = first + count;
    while (first < end && first % 4 != 0) *out++ = random_word(s, first++);
    for (; end - first >= 4; first += 4, out += 4) {
        Philox p = stream_block(s, first / 4);
        memcpy(out, p.word, sizeof p.word);
    }
    while (first < end) *out++ = random_word(s, first++);
}

double random_uniform(Stream s, uint64_t index) { return random_word(s, index) * 0x1p-32; }

// Box & Muller 1958: from u in (0, 1] and v in [0, 1) come two independent normal numbers,
//     sqrt(-2 ln u) cos(2 pi v)   and   sqrt(-2 ln u) sin(2 pi v).
// Numbers 2k and 2k+1 of the stream are such a pair.
double random_normal(Stream s, uint64_t index)
{
    Philox p = stream_block(s, index / 4);
    const uint32_t *pair = &p.word[index % 4 / 2 * 2];
    double u = (pair[0] + 1.0) * 0x1p-32;   // never 0, whose logarithm is infinite
    double angle = 2 * M_PI * (pair[1] * 0x1p-32);
    return sqrt(-2 * log(u)) * (index % 2 == 0 ? cos(angle) : sin(angle));
}

// floor(bound * word / 2^32). The 2^32 words do not share out evenly among the results, but any two
// of them differ by one word at most: for a bound of a million, one result is 0.02% more probable.
uint32_t random_below(Stream s, uint64_t index, uint32_t bound)
{
    return high((uint64_t)random_word(s, index) * bound);
}

// From the back, each place gets one of those not yet placed: all n! orders are equally probable.
void random_order(Stream s, int *order, int n)
{
    for (int i = 0; i < n; i++) order[i] = i;
    for (int i = n - 1; i > 0; i--) {
        int j = (int)random_below(s, i, i + 1), moved = order[i];
        order[i] = order[j];
        order[j] = moved;
    }
}

static void fill(Real *values, size_t count, Real value)
{
    for (size_t i = 0; i < count; i++) values[i] = value;
}

static void fill_normal(Real *values, size_t count, double deviation, Stream s)
{
    for (size_t i = 0; i < count; i++) values[i] = (Real)(deviation * random_normal(s, i));
}

// In [-bound, bound).
static void fill_uniform(Real *values, size_t count, double bound, Stream s)
{
    for (size_t i = 0; i < count; i++) values[i] = (Real)(bound * (2 * random_uniform(s, i) - 1));
}

void initialise(Real *values, size_t count, Initialiser how, int fan_in, int fan_out, Stream s)
{
    CHECK(fan_in >= 0 && fan_out >= 0, "fans of %d and %d", fan_in, fan_out);
    switch (how) {
    case ZERO: fill(values, count, 0); return;
    case ONE: fill(values, count, 1); return;
    case NORMAL: fill_normal(values, count, 0.01, s); return;
    case XAVIER:
        CHECK(fan_in + fan_out > 0, "fans of %d and %d", fan_in, fan_out);
        fill_uniform(values, count, sqrt(6.0 / (fan_in + fan_out)), s);
        return;
    case AS_USUAL:   // of a layer that chose nothing
    case HE:
        CHECK(fan_in > 0, "a fan_in of %d", fan_in);
        fill_normal(values, count, sqrt(2.0 / fan_in), s);
        return;
    }
    CHECK(false, "there is no initialiser %d", (int)how);
}
