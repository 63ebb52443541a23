// Counting what comes next.
#include "ngrams.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Counts -------------------------------------------------------------*/

// The symbol `far` places on; behind the text stands -1.
static int symbol_at(const Ngrams *g, int place, int far)
{
    return place < g->length - far ? g->text[place + far] : -1;
}

// Sorts places by the symbol `far` behind each. Equal ones keep their order,
// so that sorting by the last symbol first, then by the one before it, and so
// on, sorts by all of them.
static void sort_by(const Ngrams *g, int *sorted, int far, int *first)
{
    memset(first, 0, (size_t)(g->symbols + 2) * sizeof *first);
    for (int i = 0; i < g->length; i++) first[symbol_at(g, i, far) + 2]++;
    for (int k = 0; k <= g->symbols; k++) first[k + 1] += first[k];
    for (int i = 0; i < g->length; i++)
        sorted[first[symbol_at(g, g->place[i], far) + 1]++] = g->place[i];
}

Ngrams ngrams_new(const Tensor *text, int symbols)
{
    int length = text->shape.dim[0];
    size_t size = (size_t)length * sizeof(int);
    Ngrams g = {ints(text), length, symbols,
                allocate((size_t)length, sizeof(int))};
    int *sorted = allocate((size_t)length, sizeof(int));
    int *first = allocate((size_t)symbols + 2, sizeof *first);
    for (int i = 0; i < length; i++) g.place[i] = i;
    for (int far = MOST_ORDER - 1; far >= 0; far--) {
        sort_by(&g, sorted, far, first);
        memcpy(g.place, sorted, size);
    }
    free(first);
    free(sorted);
    return g;
}

void ngrams_free(Ngrams *g) { free(g->place); }

// Places in order, from `first` up to but not `end`.
typedef struct Run {
    int first, end;
} Run;

// The first place of a run whose symbol `far` on is not below this one.
static int lower_bound(const Ngrams *g, Run run, int far, int symbol)
{
    while (run.first < run.end) {
        int middle = run.first + (run.end - run.first) / 2;
        if (symbol_at(g, g->place[middle], far) < symbol)
            run.first = middle + 1;
        else
            run.end = middle;
    }
    return run.first;
}

// Those places of a run whose symbol `far` on is this one.
static Run narrowed(const Ngrams *g, Run run, int far, int symbol)
{
    return (Run){lower_bound(g, run, far, symbol),
                 lower_bound(g, run, far, symbol + 1)};
}

static Run places_of(const Ngrams *g, const int32_t *sequence, int length)
{
    Run run = {0, g->length};
    for (int k = 0; k < length; k++)
        run = narrowed(g, run, k, sequence[k]);
    return run;
}

int ngrams_count(const Ngrams *g, const int32_t *sequence, int length)
{
    CHECK(length <= MOST_ORDER, "%d symbols counted", length);
    Run run = places_of(g, sequence, length);
    return run.end - run.first;
}

/* ---- Shares -------------------------------------------------------------*/

// p[k] of each order k, and NAN where the k - 1 symbols before were never
// seen: that order has nothing to say.
static void of_each_order(double *p, const Ngrams *g, int order,
                          const int32_t *next, int before)
{
    p[0] = 1.0 / g->symbols;
    for (int k = 1; k <= order; k++) {
        p[k] = NAN;
        if (before < k - 1) continue;
        Run seen = places_of(g, next - (k - 1), k - 1);
        Run both = narrowed(g, seen, k - 1, *next);
        if (seen.end > seen.first)
            p[k] = (double)(both.end - both.first) / (seen.end - seen.first);
    }
}

// The shares of the orders that have something to say make 1 together.
static double mixed(const double *share, const double *p, int order)
{
    double sum = 0, shares = 0;
    for (int k = 0; k <= order; k++) {
        if (isnan(p[k])) continue;
        sum += share[k] * p[k];
        shares += share[k];
    }
    return sum / shares;
}

double mixture_probability(const Mixture *m, const int32_t *next, int before)
{
    double p[MOST_ORDER + 1];
    of_each_order(p, m->counts, m->order, next, before);
    return mixed(m->share, p, m->order);
}

// One round: each order's new share is its mean part in the answers.
static void improve(double *share, const double *p, int count, int order)
{
    double part[MOST_ORDER + 1] = {0};
    for (int n = 0; n < count; n++, p += MOST_ORDER + 1) {
        double sum = 0;
        for (int k = 0; k <= order; k++)
            if (!isnan(p[k])) sum += share[k] * p[k];
        for (int k = 0; k <= order; k++)
            if (!isnan(p[k])) part[k] += share[k] * p[k] / sum / count;
    }
    memcpy(share, part, sizeof part);
}

Mixture mixture_new(const Ngrams *all, const Ngrams *part, int order)
{
    enum { ROUNDS = 15, MOST_JUDGES = 20000 };
    Mixture m = {.counts = all, .order = order};
    int judges = all->length - part->length;
    if (judges > MOST_JUDGES) judges = MOST_JUDGES;
    double *p = allocate((size_t)judges * (MOST_ORDER + 1), sizeof *p);
    for (int n = 0; n < judges; n++)
        of_each_order(p + n * (MOST_ORDER + 1), part, order,
                      all->text + part->length + n, part->length + n);
    for (int k = 0; k <= order; k++) m.share[k] = 1.0 / (order + 1);
    for (int round = 0; round < ROUNDS; round++)
        improve(m.share, p, judges, order);
    free(p);
    return m;
}

double mixture_bits(const Mixture *m, const Tensor *text)
{
    double bits = 0;
    int length = text->shape.dim[0];
    for (int n = 1; n < length; n++)
        bits -= log2(mixture_probability(m, ints(text) + n, n));
    return bits / (length - 1);
}

Counts counts_new(const Tensor *text, int symbols)
{
    int length = text->shape.dim[0];
    Tensor begin = tensor_rows(text, 0, length - length / 10);
    return (Counts){ngrams_new(text, symbols), ngrams_new(&begin, symbols)};
}

void counts_free(Counts *c)
{
    ngrams_free(&c->all);
    ngrams_free(&c->part);
}

double counts_bits(const Counts *c, int order, const Tensor *held_out)
{
    Mixture m = mixture_new(&c->all, &c->part, order);
    return mixture_bits(&m, held_out);
}
