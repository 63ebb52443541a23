// prove.c: does an exercise keep its promises, as far as files of answers show it?
#include <string.h>

#include "verdict.h"

enum { FEWEST = 10 };

// How many cases that count tell two programs apart in the first stage in which any does; of how
// many. `b` may be NULL: right.
static int apart(const Trial *t, const Answers *a, const Answers *b, int *all)
{
    int found = 0, stage = 0, last = 0;
    for (int k = 0; k < t->right.cases; k++)
        if (t->counts[k] && t->right.of[k][0]->stage > last) last = t->right.of[k][0]->stage;
    for (stage = 0; stage <= last && found == 0; stage++) {
        *all = 0;
        for (int k = 0; k < t->right.cases; k++) {
            if (!t->counts[k] || t->right.of[k][0]->stage != stage) continue;
            ++*all;
            found += b ? !case_alike(a, b, k) : !case_right(t, a, k);
        }
    }
    return found;
}

static int complain_alike(const Trial *t, const Answers *a, const Answers *b)
{
    int all = 0, found = apart(t, a, b, &all);
    if (found > 0 && found >= (all < FEWEST ? all : FEWEST)) return 0;
    printf("%s and %s differ in %d of %d cases that count\n", a->path, b ? b->path : "right", found,
           all);
    return 1;
}

static int complain_hand(const Trial *t, int number)
{
    int bad = 0;
    const Record *r = t->right.of[number][0];
    if (!t->counts[number]) {
        printf("hand-computed case %d does not count: right programs differ\n", number);
        return 1;
    }
    const Item *right = item_first(r, RIGHT);
    for (; right; right = item_next(r, right, RIGHT)) {
        bool met = false;
        for (const Item *o = item_first(r, OUTPUT); o && !met; o = item_next(r, o, OUTPUT)) {
            met = strcmp(o->name, right->name) == 0 && o->count == right->count;
            for (int i = 0; met && i < o->count; i++)
                met = number_alike(o, item_numbers(o)[i], item_numbers(right)[i], true);
        }
        if (met) continue;
        printf("hand-computed case %d: the solution's %s is not what right() says\n", number,
               right->name);
        bad = 1;
    }
    return bad;
}

int complaints(const Trial *t)
{
    int bad = 0, drawn = 0, counting = 0;
    for (int k = 0; k < t->right.cases; k++) {
        const Record *r = t->right.of[k][0];
        if (r && r->outcome == BROKEN) return printf("case %d: %s\n", k, r->given), 1;
        if (!r || r->outcome != ANSWERED)
            return printf("the solution has no answer in case %d: %s\n", k, r ? r->tag : ""), 1;
        if (r->hand)
            bad |= complain_hand(t, k);
        else {
            drawn++;
            counting += t->counts[k];
        }
    }
    if (2 * counting < drawn)
        bad |= printf("only %d of %d drawn cases count\n", counting, drawn) > 0;
    for (int m = 0; m < t->mistake_count; m++) {
        bad |= complain_alike(t, &t->mistakes[m], NULL);
        for (int other = 0; other < m; other++)
            bad |= complain_alike(t, &t->mistakes[m], &t->mistakes[other]);
    }
    return bad;
}
