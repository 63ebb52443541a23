// verdict.c: see verdict.h.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "verdict.h"

static bool agrees(const Trial *t, const Answers *program, int number)
{
    const Record *right = t->right.of[number][0];
    return right && right->outcome == ANSWERED &&
           record_alike(program->of[number][0], right, true) &&
           record_alike(program->of[number][1], right, true);
}

void trial_weigh(Trial *t)
{
    t->counts = calloc((size_t)t->right.cases + 1, sizeof *t->counts);
    if (!t->counts) exit(3);
    for (int k = 0; k < t->right.cases; k++) {
        t->counts[k] = agrees(t, &t->right, k);
        for (int o = 0; o < t->other_count; o++) t->counts[k] &= agrees(t, &t->others[o], k);
    }
}

bool case_right(const Trial *t, const Answers *answers, int number)
{
    const Record *right = t->right.of[number][0];
    return record_alike(answers->of[number][0], right, false) &&
           record_alike(answers->of[number][1], right, false);
}

static bool fails(const Trial *t, int number)
{
    return t->counts[number] && !case_right(t, &t->learner, number);
}

static int stage_of(const Trial *t, int number) { return t->right.of[number][0]->stage; }

bool considered(const Trial *t, int number)
{
    return t->counts[number] && stage_of(t, number) <= t->stage;
}

static bool any_outcome(const Answers *a, int outcome, int *number)
{
    for (int k = 0; k < a->cases; k++)
        for (int run = 0; run < RUNS; run++)
            if (a->of[k][run] && a->of[k][run]->outcome == outcome) {
                *number = k;
                return true;
            }
    return false;
}

/* ---- Which case to show ----------------------------------------------------------------------*/

// Hand-computed cases first, then smaller sizes, then smaller numbers.
static bool smaller(const Trial *t, int a, int b)
{
    const Record *x = t->right.of[a][0], *y = t->right.of[b][0];
    if (x->hand != y->hand) return x->hand;
    if (x->hand) return a < b;
    double size = case_size(x) - case_size(y), magnitude = case_magnitude(x) - case_magnitude(y);
    return size < 0 || (size == 0 && magnitude < 0);
}

static int smallest(const Trial *t, bool (*what)(const Trial *, int))
{
    int best = -1;
    for (int k = 0; k < t->right.cases; k++)
        if (considered(t, k) && fails(t, k) && t->learner.of[k][0] && what(t, k) &&
            (best < 0 || smaller(t, k, best)))
            best = k;
    return best;
}

static bool anything(const Trial *t, int number) { return t && number >= 0; }

/* ---- Mistakes and facts ----------------------------------------------------------------------*/

static bool explains(const Trial *t, const Answers *mistake)
{
    for (int k = 0; k < t->right.cases; k++)
        if (considered(t, k) && !case_alike(&t->learner, mistake, k)) return false;
    return true;
}

// "…/mistakes/no-bias.answers" is [no-bias].
static void tag_of(const Answers *mistake, char tag[64])
{
    const char *slash = strrchr(mistake->path, '/');
    snprintf(tag, 64, "%s", slash ? slash + 1 : mistake->path);
    tag[strcspn(tag, ".")] = '\0';
}

static const Record *stopped(const Trial *t, int number)
{
    for (int run = 0; run < RUNS; run++) {
        const Record *r = t->learner.of[number][run];
        if (r && r->outcome == STOPPED) return r;
    }
    return NULL;
}

static bool stops(const Trial *t, int number) { return stopped(t, number) != NULL; }

// The first output number that the two runs of a case do not share, else NULL.
static const Item *apart(const Trial *t, int number, int *index, double *again)
{
    const Record *a = t->learner.of[number][0], *b = t->learner.of[number][1];
    if (!a || !b || a->outcome != ANSWERED || b->outcome != ANSWERED) return NULL;
    const Item *x = item_first(a, OUTPUT), *y = item_first(b, OUTPUT);
    for (; x && y && x->count == y->count; x = item_next(a, x, OUTPUT), y = item_next(b, y, OUTPUT))
        for (*index = 0; *index < x->count; ++*index) {
            *again = item_numbers(y)[*index];
            if (!number_alike(y, item_numbers(x)[*index], *again, false)) return x;
        }
    return NULL;
}

static bool differs(const Trial *t, int number)
{
    int index;
    double again;
    return apart(t, number, &index, &again) != NULL;
}

static bool untouched(double first, double second)
{
    return first == (double)garbage_of_run[0] && second == (double)garbage_of_run[1];
}

static bool record_sums_on_garbage(const Record *a, const Record *b)
{
    double distance = (double)garbage_of_run[1] - (double)garbage_of_run[0];
    const Item *x = item_first(a, OUTPUT), *y = item_first(b, OUTPUT);
    for (; x && y && x->count == y->count; x = item_next(a, x, OUTPUT), y = item_next(b, y, OUTPUT))
        for (int i = 0; i < x->count; i++) {
            double moved = item_numbers(y)[i] - item_numbers(x)[i];
            if (moved != 0 && fabs(moved - distance) > 1) return false;
        }
    return true;
}

// What was added to garbage may leave some numbers as they were: those that nothing belongs to.
static bool sums_on_garbage(const Trial *t)
{
    for (int k = 0; k < t->right.cases; k++) {
        const Record *a = t->learner.of[k][0], *b = t->learner.of[k][1];
        if (considered(t, k) && differs(t, k) && !record_sums_on_garbage(a, b)) return false;
    }
    return true;
}

static void blame_runs(const Trial *t, Verdict *v)
{
    int index;
    double again;
    const Item *item = apart(t, v->number, &index, &again);
    bool left = untouched(item_numbers(item)[index], again);
    const char *tag = left                 ? "never-written"
                      : sums_on_garbage(t) ? "added-to-garbage"
                                           : "second-call-differs";
    snprintf(v->tag, sizeof v->tag, "%s", tag);
    snprintf(v->fact, sizeof v->fact, "%s", left ? "fact-left" : "fact-again");
    snprintf(v->detail, sizeof v->detail, "%.6g", again);
}

/* ---- The verdict -----------------------------------------------------------------------------*/

static bool first_failure(Trial *t)
{
    bool any = false;
    for (int k = 0; k < t->right.cases; k++)
        if (fails(t, k) && (!any || stage_of(t, k) < t->stage)) {
            t->stage = stage_of(t, k);
            any = true;
        }
    return any;
}

static bool nothing_counts(const Trial *t)
{
    for (int k = 0; k < t->right.cases; k++)
        if (t->counts[k]) return false;
    return true;
}

static void known_mistake(const Trial *t, Verdict *v)
{
    for (int m = 0; m < t->mistake_count && !*v->tag; m++)
        if (explains(t, &t->mistakes[m])) tag_of(&t->mistakes[m], v->tag);
}

Verdict verdict_of(Trial *t)
{
    Verdict v = {.outcome = WRONG, .number = -1};
    if (any_outcome(&t->learner, BROKEN, &v.number) || nothing_counts(t))
        v.outcome = FAULT;
    else if (any_outcome(&t->learner, NOT_STARTED, &v.number))
        v.outcome = TODO;
    else if (!first_failure(t))
        v.outcome = PASSED;
    if (v.outcome != WRONG) return v;
    v.number = smallest(t, anything);
    known_mistake(t, &v);
    int crash = smallest(t, stops);
    if (crash >= 0 && (!*v.tag || stops(t, v.number))) {
        v.number = crash;
        const Record *r = stopped(t, crash);
        if (!*v.tag) snprintf(v.tag, sizeof v.tag, "%s", r->tag);
        snprintf(v.fact, sizeof v.fact, "%s", r->fact);
        snprintf(v.detail, sizeof v.detail, "%d (%s)", r->signal, strsignal(r->signal));
    } else if (!*v.tag) {
        int other = smallest(t, differs);
        if (other >= 0) {
            v.number = other;
            blame_runs(t, &v);
        } else
            pattern_found(t, &v);
    }
    return v;
}
