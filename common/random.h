/* random.h: random numbers that depend on what they are for, not on who draws them or when.
 *
 * Philox4x32-10 maps a counter and a key to four random words, with no state between calls, so the
 * dropout mask of picture 17 in step 300 is the same on one thread, on sixteen, and on a GPU.
 * Source   Salmon, Moraes, Dror, Shaw: Parallel Random Numbers: As Easy as 1, 2, 3. SC 2011.
 */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

#include "tensor.h"

typedef struct Philox { uint32_t word[4]; } Philox;
Philox philox(const uint32_t counter[4], const uint32_t key[2]);

// What the numbers are for. Two streams of one seed have nothing in common: the seed is Philox's
// key, and the counter is {index / 4 (low, high), step, purpose << 16 | source}.
typedef enum Purpose {
    FOR_INITIAL_VALUES, FOR_DROPOUT, FOR_ORDER, FOR_AUGMENTATION, FOR_LESSON, FOR_SPLIT
} Purpose;

typedef struct Stream {
    uint64_t seed;
    uint32_t step;       // of the training, or the epoch, or 0
    uint16_t purpose;    // a Purpose
    uint16_t source;     // which node, which parameter, …: tells streams of one purpose apart
} Stream;

// Number `index` of a stream, 0, 1, 2, …: each four consecutive ones share one call of Philox.
uint32_t random_word(Stream, uint64_t index);
// The words first, first+1, …, first+count-1: the same, many times faster than one by one.
void random_words(Stream, uint64_t first, uint32_t *out, size_t count);
double random_uniform(Stream, uint64_t index);         // in [0, 1), 32 bits fine
double random_normal(Stream, uint64_t index);          // mean 0, variance 1 (Box and Muller)
uint32_t random_below(Stream, uint64_t index, uint32_t bound);   // 0 … bound-1
void random_order(Stream, int *order, int n);          // 0 … n-1 shuffled (Fisher and Yates)

/* Initial values of weights. fan_in and fan_out are the numbers of values that one output sums over
 * and that one input feeds.
 */
typedef enum Initialiser { AS_USUAL, ZERO, ONE, NORMAL, XAVIER, HE } Initialiser;
//  AS_USUAL the layer chooses: HE for the weights of conv2d and linear
//  NORMAL   normal, deviation 0.01
//  XAVIER   uniform in ±sqrt(6 / (fan_in + fan_out))      Glorot & Bengio 2010, eq. 16
//  HE       normal, deviation sqrt(2 / fan_in)            He et al. 2015, eq. 10
void initialise(Real *values, size_t count, Initialiser, int fan_in, int fan_out, Stream);

#endif
