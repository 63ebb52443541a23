/* random.h: Philox's published answers, and that the numbers made from
 * it are spread as they should be.
 *
 * A mean of n numbers strays from the truth by its standard error, deviation/sqrt(n). Every bound
 * here is five standard errors (one case in two million strays further), and the streams are fixed,
 * so a test that passes once passes always.
 */
#include <math.h>
#include <string.h>

#include "support.h"

enum { MANY = 1 << 18 };

static const Stream stream = {.seed = 20, .step = 3, .purpose = FOR_LESSON, .source = 7};

static void expect_near(double got, double want, double standard_error, const char *what)
{
    cr_assert(fabs(got - want) <= 5 * standard_error, "%s: got %.6g, expected %.6g ± %.2g", what,
              got, want, 5 * standard_error);
}

// Random123's kat_vectors, the lines "philox4x32 10": counter, key, answer.
static void expect_answer(Philox counter, uint32_t key0, uint32_t key1, Philox answer)
{
    const uint32_t key[2] = {key0, key1};
    Philox got = philox(counter.word, key);
    for (int i = 0; i < 4; i++)
        cr_assert(got.word[i] == answer.word[i], "word %d: got %08x, expected %08x", i, got.word[i],
                  answer.word[i]);
}

Test(random, known_answers)
{
    const uint32_t f = 0xffffffff;
    expect_answer((Philox){{0, 0, 0, 0}}, 0, 0,
                  (Philox){{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}});
    expect_answer((Philox){{f, f, f, f}}, f, f,
                  (Philox){{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}});
    expect_answer((Philox){{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, 0xa4093822,
                  0x299f31d0, (Philox){{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}});
}

// Where each field of a stream goes: what a checkpoint or another device counts on.
Test(random, stream_is_counter_and_key)
{
    const Stream s = {
        .seed = 0x0123456789abcdef, .step = 0x11223344, .purpose = 0x5566, .source = 0x7788};
    const uint64_t index =
        ((uint64_t)0x1abcdef0 << 34) + 4 * 5 + 2;   // block 0x1abcdef000000005, word 2
    const uint32_t key[2] = {0x89abcdef, 0x01234567};
    const uint32_t counter[4] = {5, 0x1abcdef0, 0x11223344, 0x55667788};
    for (int i = 0; i < 4; i++)
        cr_assert(random_word(s, index - 2 + (uint64_t)i) == philox(counter, key).word[i],
                  "word %d", i);
}

static void expect_same_words(uint64_t first, size_t count)
{
    enum { GUARD = 0x5a5a5a5a };
    uint32_t words[80];
    for (int i = 0; i < 80; i++) words[i] = GUARD;
    random_words(stream, first, words + 1, count);
    for (size_t i = 0; i < count; i++)
        cr_assert(words[1 + i] == random_word(stream, first + i), "word %zu from %llu on", i,
                  (unsigned long long)first);
    cr_assert(words[0] == GUARD && words[1 + count] == GUARD,
              "%zu words from %llu on: one too many", count, (unsigned long long)first);
}

Test(random, words_equal_word_by_word)
{
    for (uint64_t first = 0; first < 9; first++)
        for (size_t count = 0; count < 70; count++) expect_same_words(first, count);
    expect_same_words(((uint64_t)1 << 34) - 5, 70);   // the block's number passes 2^32
}

// Chi-square: the sum of (seen - expected)² / expected over bins - 1 degrees of freedom, which is
// also its mean; its variance is twice that.
static void expect_even(const int *seen, int bins, int total, const char *what)
{
    double expected = (double)total / bins, chi_square = 0;
    for (int i = 0; i < bins; i++)
        chi_square += (seen[i] - expected) * (seen[i] - expected) / expected;
    expect_near(chi_square, bins - 1, sqrt(2.0 * (bins - 1)), what);
}

Test(random, uniform)
{
    enum { BINS = 256 };
    double sum = 0, squares = 0;
    int seen[BINS] = {0};
    for (int i = 0; i < MANY; i++) {
        double u = random_uniform(stream, (uint64_t)i);
        cr_assert(u >= 0 && u < 1 && u == random_word(stream, (uint64_t)i) / 4294967296.0,
                  "number %d: %.17g", i, u);
        sum += u;
        squares += (u - 0.5) * (u - 0.5);
        seen[(int)(u * BINS)]++;
    }
    expect_near(sum / MANY, 0.5, sqrt(1.0 / 12 / MANY), "mean");
    expect_near(squares / MANY, 1.0 / 12, sqrt(1.0 / 180 / MANY), "variance");
    expect_even(seen, BINS, MANY, "chi-square");
}

// The powers of a normal number have means 0, 1, 0, 3 and variances 1, 2, 15, 96.
Test(random, normal_moments)
{
    const double mean[] = {0, 1, 0, 3}, variance[] = {1, 2, 15, 96};
    double sum[4] = {0}, pairs = 0;
    for (int i = 0; i < MANY; i++) {
        double z = random_normal(stream, (uint64_t)i);
        for (int k = 0; k < 4; k++) sum[k] += pow(z, k + 1);
        if (i % 2) pairs += z * random_normal(stream, (uint64_t)i - 1);
    }
    for (int k = 0; k < 4; k++)
        expect_near(sum[k] / MANY, mean[k], sqrt(variance[k] / MANY), "mean of a power");
    expect_near(pairs / (MANY / 2), 0, sqrt(2.0 / MANY), "covariance of a pair");
}

// Phi(z) = erfc(-z/√2) / 2 makes normal numbers uniform.
Test(random, normal_distribution)
{
    enum { BINS = 128 };
    int seen[BINS] = {0};
    for (int i = 0; i < MANY; i++) {
        double z = random_normal(stream, (uint64_t)i);
        cr_assert(fabs(z) <= sqrt(64 * log(2)), "number %d is %g, more than 32 bits can give", i,
                  z);
        seen[(int)fmin(BINS - 1, BINS * erfc(-z / sqrt(2)) / 2)]++;
    }
    expect_even(seen, BINS, MANY, "chi-square");
}

Test(random, below)
{
    enum { BOUND = 7 };
    int seen[BOUND] = {0};
    for (int i = 0; i < MANY; i++) {
        uint32_t k = random_below(stream, (uint64_t)i, BOUND);
        cr_assert(k < BOUND, "%u is not below %d", k, BOUND);
        seen[k]++;
        cr_assert(random_below(stream, (uint64_t)i, 1) == 0);
    }
    expect_even(seen, BOUND, MANY, "chi-square");
}

static double correlation(Stream a, Stream b, uint64_t lag)
{
    double sum = 0;
    for (uint64_t i = 0; i < MANY; i++)
        sum += (random_uniform(a, i) - 0.5) * (random_uniform(b, i + lag) - 0.5);
    return 12 * sum / MANY;
}

// Streams that differ in one field, and a stream and itself some places on.
Test(random, streams_are_independent)
{
    Stream other[] = {stream, stream, stream, stream, stream};
    other[0].seed += 1;
    other[1].seed += (uint64_t)1 << 32;
    other[2].step += 1;
    other[3].purpose = FOR_DROPOUT;
    other[4].source += 1;
    for (int i = 0; i < 5; i++)
        for (uint64_t lag = 0; lag < 2; lag++)
            expect_near(correlation(stream, other[i], lag), 0, 1 / sqrt(MANY),
                        "correlation with another stream");
    for (uint64_t lag = 1; lag <= 8; lag++)
        expect_near(correlation(stream, stream, lag), 0, 1 / sqrt(MANY), "correlation with itself");
}

static void expect_permutation(const int *order, int n)
{
    bool met[100] = {false};
    for (int i = 0; i < n; i++) {
        cr_assert(order[i] >= 0 && order[i] < n && !met[order[i]], "%d stands at %d of %d",
                  order[i], i, n);
        met[order[i]] = true;
    }
}

Test(random, order_is_a_permutation)
{
    int order[101];
    for (int n = 0; n <= 100; n++) {
        order[n] = -7;
        random_order(stream, order, n);
        expect_permutation(order, n);
        cr_assert(order[n] == -7, "an order of %d wrote further", n);
    }
}

// All 24 orders of four, written as a number to the base 4, come up equally often.
Test(random, orders_are_equally_probable)
{
    enum { DRAWS = 24000 };
    int seen[256] = {0}, permutations[24], found = 0;
    Stream s = stream;
    for (s.step = 0; s.step < DRAWS; s.step++) {
        int o[4];
        random_order(s, o, 4);
        seen[((o[0] * 4 + o[1]) * 4 + o[2]) * 4 + o[3]]++;
    }
    for (int i = 0; i < 256 && found < 24; i++)
        if (seen[i]) permutations[found++] = seen[i];
    cr_assert(found == 24, "only %d of 24 orders", found);
    expect_even(permutations, 24, DRAWS, "chi-square");
}

static Real weights[MANY + 1];

// Draws all weights; their mean is 0, their variance as given. peak is E z⁴ / (E z²)², 3 for normal
// numbers and 9/5 for uniform ones: the standard error of a variance v is v sqrt((peak - 1) / n).
static void expect_initial(Initialiser how, int fan_in, int fan_out, double variance, double peak)
{
    double sum = 0, squares = 0, fourth = 0;
    weights[MANY] = 42;
    initialise(weights, MANY, how, fan_in, fan_out, stream);
    for (int i = 0; i < MANY; i++) {
        double w = (double)weights[i];
        sum += w;
        squares += w * w;
        fourth += w * w * w * w;
    }
    expect_near(sum / MANY, 0, sqrt(variance / MANY), "mean");
    expect_near(squares / MANY, variance, variance * sqrt((peak - 1) / MANY), "variance");
    expect_near(fourth / squares / squares * MANY, peak, 10 / sqrt(MANY), "peak");
    cr_assert(weights[MANY] == 42, "initialise wrote one too many");
}

Test(random, initial_values)
{
    expect_initial(NORMAL, 30, 50, 1e-4, 3);
    expect_initial(HE, 30, 50, 2.0 / 30, 3);
    expect_initial(AS_USUAL, 30, 50, 2.0 / 30, 3);
    expect_initial(XAVIER, 30, 50, 2.0 / 80,
                   9.0 / 5);   // a uniform number's variance is bound² / 3
}

Test(random, xavier_stays_in_its_bound)
{
    const double bound = sqrt(6.0 / 80);
    double low = 0, high = 0;
    initialise(weights, MANY, XAVIER, 30, 50, stream);
    for (int i = 0; i < MANY; i++) {
        low = fmin(low, (double)weights[i]);
        high = fmax(high, (double)weights[i]);
    }
    cr_assert(low >= -bound * (1 + 1e-7) && high <= bound * (1 + 1e-7), "%g … %g, bound %g", low,
              high, bound);
    cr_assert(low < -0.999 * bound && high > 0.999 * bound, "%g … %g, bound %g", low, high, bound);
}

Test(random, constants)
{
    Real w[6] = {9, 9, 9, 9, 9, 9};
    initialise(w, 3, ZERO, 0, 0, stream);
    initialise(w + 3, 2, ONE, 0, 0, stream);
    const Real want[6] = {0, 0, 0, 1, 1, 9};
    for (int i = 0; i < 6; i++) cr_assert(w[i] == want[i], "number %d is %g", i, (double)w[i]);
}

Test(random, initialiser_without_fan_in, .signal = SIGABRT)
{
    expect_refusal("a fan_in of 0");
    initialise(weights, 1, HE, 0, 5, stream);
}
