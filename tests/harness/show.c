// show.c: a verdict in words, with the numbers of the case that shows it.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "verdict.h"
#include "words.h"

enum { MOST_SHOWN = 60 };

double case_size(const Record *r)
{
    double size = 0;
    const Kind kinds[] = {INPUT, OUTPUT};
    for (int k = 0; k < 2; k++)
        for (const Item *i = item_first(r, kinds[k]); i; i = item_next(r, i, kinds[k]))
            size += i->count;
    for (const Item *i = item_first(r, PARAMETER); i; i = item_next(r, i, PARAMETER))
        size += fabs(*item_numbers(i));
    return size;
}

double case_magnitude(const Record *r)
{
    double sum = 0;
    for (const Item *item = item_first(r, INPUT); item; item = item_next(r, item, INPUT))
        for (int i = 0; i < item->count; i++) sum += fabs(item_numbers(item)[i]);
    return sum;
}

// "a padded row, extent 7, size 3: "
static void where(FILE *to, const Record *r)
{
    const char *between = "";
    if (*r->given) {
        fputs(r->given, to);
        between = ", ";
    }
    for (const Item *i = item_first(r, PARAMETER); i; i = item_next(r, i, PARAMETER)) {
        fprintf(to, "%s%s %.0f", between, i->name, *item_numbers(i));
        between = ", ";
    }
    if (*between) fputs(": ", to);
}

static void fact(FILE *to, const Verdict *v)
{
    if (!*v->fact) return;
    fputs(" (", to);
    say(to, v->fact, v->detail, NULL, NULL);
    fputc(')', to);
}

// "y(1,0,2)"
static void place(char *name, size_t room, const Item *item, int index)
{
    size_t used = (size_t)snprintf(name, room, "%s", item->name);
    for (int a = 0, rest = item->count, at = index; a < item->axes && used < room; a++) {
        rest /= item->shape[a];
        used += (size_t)snprintf(name + used, room - used, "%s%d", a ? "," : "(", at / rest);
        at %= rest;
    }
    if (item->axes && used < room) snprintf(name + used, room - used, ")");
}

// Whole numbers whole; of no number the sign means nothing.
static void number_text(char text[32], double value, int digits)
{
    bool whole = value == floor(value) && fabs(value) < 1e9;
    snprintf(text, 32, "%.*g", whole ? 9 : digits, isnan(value) ? fabs(value) : value);
}

// With more digits where six are the same.
static void wrong_number(FILE *to, const Item *got, const Item *right, int index)
{
    char name[100], came[32], wanted[32];
    place(name, sizeof name, right, index);
    double mine = item_numbers(got)[index];
    double theirs = right->at_least ? right->bound : item_numbers(right)[index];
    for (int digits = 6; digits <= 9; digits += 3) {
        number_text(came, mine, digits);
        number_text(wanted, theirs, digits);
        if (strcmp(came, wanted) != 0) break;
    }
    say(to,
        right->at_least ? "at-least"
        : right->secret ? "got-secret"
                        : "got",
        name, came, wanted);
}

// The first wrong number of the case, in the run that has it.
static void first_wrong(FILE *to, const Trial *t, int number)
{
    const Record *right = t->right.of[number][0];
    for (int run = 0; run < RUNS; run++) {
        const Record *r = t->learner.of[number][run];
        if (!r || r->outcome != ANSWERED) continue;
        const Item *x = item_first(r, OUTPUT), *y = item_first(right, OUTPUT);
        for (; x && y && x->count == y->count;
             x = item_next(r, x, OUTPUT), y = item_next(right, y, OUTPUT))
            for (int i = 0; i < y->count; i++)
                if (!number_alike(y, item_numbers(x)[i], item_numbers(y)[i], false)) {
                    wrong_number(to, x, y, i);
                    return;
                }
    }
}

// "x [2,3] = 1 2 3 4 5 6"
static void numbers(FILE *to, const Item *item, const char *whose)
{
    fprintf(to, "\n%s", item->name);
    for (int a = 0; a < item->axes; a++) fprintf(to, "%s%d", a ? "," : " [", item->shape[a]);
    fprintf(to, "%s%s%s =", item->axes ? "]" : "", *whose ? ", " : "", whose);
    for (int i = 0; i < item->count && i < MOST_SHOWN; i++) {
        char text[32];
        number_text(text, item_numbers(item)[i], 6);
        fprintf(to, " %s", text);
    }
    if (item->count > MOST_SHOWN) fputs(" …", to);
}

static bool hidden(const Record *r)
{
    for (const Item *i = item_first(r, OUTPUT); i; i = item_next(r, i, OUTPUT))
        if (i->secret) return true;
    return false;
}

static void whole_case(FILE *to, const Trial *t, int number)
{
    const Record *right = t->right.of[number][0], *mine = t->learner.of[number][0];
    if (hidden(right)) return;
    for (const Item *i = item_first(right, INPUT); i; i = item_next(right, i, INPUT))
        numbers(to, i, "");
    const Item *x = mine && mine->outcome == ANSWERED ? item_first(mine, OUTPUT) : NULL;
    const Item *y = item_first(right, OUTPUT);
    for (; y; y = item_next(right, y, OUTPUT)) {
        if (y->axes && x) numbers(to, x, word("yours"));
        if (y->axes) numbers(to, y, word("right"));
        x = x ? item_next(mine, x, OUTPUT) : NULL;
    }
}

static bool stopped_there(const Trial *t, int number)
{
    for (int run = 0; run < RUNS; run++)
        if (t->learner.of[number][run] && t->learner.of[number][run]->outcome == STOPPED)
            return true;
    return false;
}

void show_verdict(FILE *to, const Trial *t, const Verdict *v)
{
    if (v->outcome == FAULT)
        fprintf(to, "%s\n", v->number < 0 ? "no case counts" : t->learner.of[v->number][0]->given);
    if (v->outcome != WRONG || v->number < 0) return;
    where(to, t->right.of[v->number][0]);
    if (stopped_there(t, v->number))
        say(to, v->fact, v->detail, NULL, NULL);
    else {
        first_wrong(to, t, v->number);
        fact(to, v);
    }
    whole_case(to, t, v->number);
    fputc('\n', to);
}
