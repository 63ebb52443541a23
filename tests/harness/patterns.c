// patterns.c: what a mistake does to every number at once. Each must hold in every case that
// counts: nothing that only comes close is reported.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "verdict.h"

// One output of one case: what came, and what is right.
typedef struct Pair {
    const Item *got, *right;
    int samples;
} Pair;
typedef struct Pairs {
    Pair *pair;
    int count;
} Pairs;

static Pairs pairs_of(const Trial *t)
{
    Pairs all = {calloc((size_t)t->right.cases * 16 + 1, sizeof(Pair)), 0};
    for (int k = 0; all.pair && k < t->right.cases; k++) {
        if (!considered(t, k)) continue;
        const Record *a = t->learner.of[k][0], *b = t->right.of[k][0];
        if (!a) continue;
        const Item *x = item_first(a, OUTPUT), *y = item_first(b, OUTPUT);
        for (; x && y && all.count < t->right.cases * 16;
             x = item_next(a, x, OUTPUT), y = item_next(b, y, OUTPUT))
            if (x->count == y->count) all.pair[all.count++] = (Pair){x, y, b->samples};
    }
    return all;
}

// Does it hold for every number? `factor` is for those that need one.
typedef bool Holds(const Pair *p, int i, double factor);

static bool everywhere(const Pairs *all, Holds *holds, double factor)
{
    for (const Pair *p = all->pair; p < all->pair + all->count; p++)
        for (int i = 0; i < p->right->count; i++)
            if (p->right->at_least || !holds(p, i, factor)) return false;
    return true;
}

static double got(const Pair *p, int i) { return item_numbers(p->got)[i]; }
static double right(const Pair *p, int i) { return item_numbers(p->right)[i]; }
static bool is_right(const Pair *p, int i)
{
    return number_alike(p->right, got(p, i), right(p, i), false);
}

static bool times(const Pair *p, int i, double factor)
{
    return number_alike(p->right, got(p, i), factor * right(p, i), false);
}
static bool times_samples(const Pair *p, int i, double factor)
{
    return p->samples > 1 && times(p, i, factor > 0 ? p->samples : 1.0 / p->samples);
}
static bool zero(const Pair *p, int i, double factor) { return got(p, i) == factor; }
static bool whole(const Pair *p, int i, double factor)
{
    return got(p, i) == trunc(right(p, i)) + factor;
}

// A variable without a start value, as gcc's -ftrivial-auto-var-init=pattern leaves it: bytes of
// 0xfe.
static bool start_missing(const Pair *p, int i, double pattern)
{
    return is_right(p, i) || fabs(got(p, i) / pattern - 1) < 1e-4;
}
static bool not_finite_or_right(const Pair *p, int i, double factor)
{
    return isfinite(factor) && (is_right(p, i) || !isfinite(got(p, i)));
}

static bool neighbour(const Pair *p, int i, double by)
{
    if (p->right->count == 1) return is_right(p, i);
    int from = i + (int)by;
    return from < 0 || from >= p->right->count ||
           number_alike(p->right, got(p, i), right(p, from), false);
}

// Rows and columns exchanged: what belongs at (i, j) stands at (j, i).
static bool transposed(const Pair *p, int i, double factor)
{
    const Item *r = p->right;
    if (r->axes < 2 || r->shape[0] < 2 || r->shape[1] < 2) return is_right(p, i);
    int rows = r->shape[0], columns = r->shape[1], depth = r->count / rows / columns;
    int k = i % depth, j = i / depth % columns, row = i / depth / columns;
    int there = (j * rows + row) * depth + k;
    return number_alike(r, got(p, there), factor * right(p, i), false);
}

// Fewer than four different numbers prove no pattern.
static bool enough(const Pairs *all)
{
    int count = 0;
    double seen = 0;
    for (const Pair *p = all->pair; p < all->pair + all->count; p++)
        for (int i = 0; i < p->right->count && count < 4; i++)
            if (right(p, i) != 0 && right(p, i) != seen) {
                seen = right(p, i);
                count++;
            }
    return count >= 4;
}

// The factor between what came and what is right, as the first number that is not 0 has it.
static double first_factor(const Pairs *all)
{
    for (const Pair *p = all->pair; p < all->pair + all->count; p++)
        for (int i = 0; i < p->right->count; i++)
            if (right(p, i) != 0) return got(p, i) / right(p, i);
    return 1;
}

static const struct {
    const char *tag, *fact;
    Holds *holds;
    double factor;
} patterns[] = {
    {"no-start-value", "fact-start", start_missing, -1.694739530317379e38},
    {"not-finite", "", not_finite_or_right, 1},
    {"all-zeros", "fact-zeros", zero, 0},
    {"whole-numbers", "fact-whole", whole, 0},
    {"transposed", "fact-transposed", transposed, 1},
    {"shifted", "fact-shifted", neighbour, 1},
    {"shifted", "fact-shifted", neighbour, -1},
    {"sign", "fact-sign", times, -1},
    {"twice", "fact-times", times, 2},
    {"half", "fact-times", times, 0.5},
    {"times-n", "fact-samples", times_samples, 1},
    {"over-n", "fact-over-samples", times_samples, -1},
};

bool pattern_found(const Trial *t, Verdict *v)
{
    Pairs all = pairs_of(t);
    bool found = false;
    for (size_t k = 0; enough(&all) && !found && k < sizeof patterns / sizeof *patterns; k++) {
        found = everywhere(&all, patterns[k].holds, patterns[k].factor);
        if (!found) continue;
        snprintf(v->tag, sizeof v->tag, "%s", patterns[k].tag);
        snprintf(v->fact, sizeof v->fact, "%s", patterns[k].fact);
        snprintf(v->detail, sizeof v->detail, "%.4g", patterns[k].factor);
    }
    double factor = found || !enough(&all) ? 1 : first_factor(&all);
    if (isfinite(factor) && factor != 1 &&
        everywhere(&all, times, factor)) {   // a fact, without a hint
        snprintf(v->fact, sizeof v->fact, "fact-times");
        snprintf(v->detail, sizeof v->detail, "%.4g", factor);
    }
    free(all.pair);
    return found;
}
