/* ngrams.h: what comes next, by counting: how often has each symbol followed
 * the last one, the last two, and so on?
 *
 * A model of order n looks at the n - 1 symbols before. What it has seen too
 * rarely it leaves to shorter orders: each order has a share in the answer,
 *
 *     p = share(0) / symbols + share(1) p1 + … + share(n) pn,
 *
 * and the shares are those that make a stretch of the text likely which was
 * not counted (expectation-maximisation; Jelinek & Mercer 1980).
 *
 * Memory   ngrams_free frees the places; the text is the caller's.
 */
#ifndef NGRAMS_H
#define NGRAMS_H

#include "tensor.h"

enum { MOST_ORDER = 6 };

// All places of a text, sorted by the MOST_ORDER symbols that stand there.
typedef struct Ngrams {
    const int32_t *text;
    int length, symbols;
    int *place;
} Ngrams;
Ngrams ngrams_new(const Tensor *text, int symbols);   // text [length] I32
void ngrams_free(Ngrams *);

// How often do these symbols stand in the text, one behind the other? Up to
// MOST_ORDER of them.
int ngrams_count(const Ngrams *, const int32_t *sequence, int length);

typedef struct Mixture {
    const Ngrams *counts;
    int order;
    double share[MOST_ORDER + 1];
} Mixture;
// `part` counts the text's beginning, `all` the whole of it. The shares are
// those that suit what `part` has not seen; the answers then come from `all`.
Mixture mixture_new(const Ngrams *all, const Ngrams *part, int order);
// That the symbol at next[0] follows those before it, of which there are
// `before`.
double mixture_probability(const Mixture *, const int32_t *next, int before);
// Bits a symbol of a held-out text, its first symbol not counted.
double mixture_bits(const Mixture *, const Tensor *text);

// Counts of a text, and of its first nine tenths, so that the rest can say
// which shares are good.
typedef struct Counts {
    Ngrams all, part;
} Counts;
Counts counts_new(const Tensor *text, int symbols);
void counts_free(Counts *);
// Bits a symbol of a held-out text, by the mixture up to this order.
double counts_bits(const Counts *, int order, const Tensor *held_out);

#endif
