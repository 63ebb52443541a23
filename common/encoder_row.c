/* encoder_row.c: a row in words, and an encoder among the parameters of a network. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "encoder_private.h"
#include "text.h"

/* ---- A row in words -------------------------------------------------------------------------- */

static void set_level(Column *c, const char *level)
{
    char *text = (char *)level;
    column_categorise(c, &text, 1);
}

static bool set_value(Column *to, const Encoder *e, const EncodedColumn *c, const char *value,
                      Error *error)
{
    if (to->number || to->category) return fail(error, "%s is given twice", c->name);
    if (c->kind == CATEGORY) {
        if (level_number(c->level, c->levels, value) < 0 && !e->options.unseen_is_zero) {
            return fail(error, "%s=%s: no training row has it; they have %s", c->name,
                        text_shown(value).text, known_levels(c).text);
        }
        set_level(to, value);
        return true;
    }
    to->number = allocate(1, sizeof *to->number);
    return csv_number(to->number, value, (Notation){'.', 0}) ||
           fail(error, "%s=%s: expected a number", c->name, text_shown(value).text);
}

// What the training rows say of a column that nobody named.
static void assume(Csv *csv, const Encoder *e, int column)
{
    const EncodedColumn *c = &e->column[column];
    Column *to = &csv->column[column];
    if (c->kind == CATEGORY) {
        set_level(to, c->level[c->usual]);
        csv_remark(csv, "%.60s is not given: %s, the most frequent in the training rows", c->name,
                   text_shown(c->level[c->usual]).text);
    } else {
        to->number = allocate(1, sizeof *to->number);
        to->number[0] = e->numbers.mean[c->first];
        csv_remark(csv, "%.60s is not given: %s, the mean of the training rows", c->name,
                   number_shown(to->number[0]).text);
    }
}

static bool read_pairs(Csv *csv, const Encoder *e, const char *text, Error *error)
{
    Pair p;
    Error wrong = {0};
    while (next_pair(&p, &text, &wrong)) {
        int k = csv_column(csv, p.name, error);
        if (k < 0 || !set_value(&csv->column[k], e, &e->column[k], p.value, error)) return false;
    }
    return !wrong.message[0] || fail(error, "%s", wrong.message);
}

bool encoder_row(Csv *out, const Encoder *e, const char *text, Error *error)
{
    *out = (Csv){.rows = 1, .columns = e->columns, .path = copy_text("the row given")};
    out->column = allocate((size_t)e->columns, sizeof *out->column);
    out->line = allocate(1, sizeof *out->line);
    out->line[0] = 1;
    for (int k = 0; k < e->columns; k++) out->column[k].name = copy_text(e->column[k].name);
    if (!read_pairs(out, e, text, error)) {
        csv_free(out);
        return false;
    }
    for (int k = 0; k < e->columns; k++)
        if (!out->column[k].number && !out->column[k].category) assume(out, e, k);
    return true;
}

/* ---- Among the parameters -------------------------------------------------------------------- */

// NAME.FEATURE, or where that is too long its beginning and a number made of all of it.
static void statistic_name(char out[MAX_NAME], const char *name, const char *feature)
{
    int length = snprintf(out, MAX_NAME, "%s.%s", name, feature);
    if (length < MAX_NAME) return;
    int end = MAX_NAME - 10;
    while ((out[end] & 0xC0) == 0x80) end--;   // never within a code point
    snprintf(out + end, 10, "~%08x", text_hash(feature));
}

void encoder_keep(const Encoder *e, Params *params, const char *name)
{
    for (int f = 0; f < e->features; f++) {
        char statistic[MAX_NAME];
        statistic_name(statistic, name, e->feature[f]);
        TwoReals pairs[] = {two_reals(e->numbers.mean[f]), two_reals(e->numbers.deviation[f])};
        statistic_keep(params, statistic, (const Real *)pairs, 4);
    }
}

static bool recall(double *value, TwoReals saved)
{
    double before = *value;
    *value = two_reals_sum(saved);
    return *value == before;
}

bool encoder_recall(Encoder *e, const Params *params, const char *name)
{
    bool same = true;
    for (int f = 0; f < e->features; f++) {
        char statistic[MAX_NAME];
        TwoReals pairs[2];
        statistic_name(statistic, name, e->feature[f]);
        statistic_recall((Real *)pairs, 4, params, statistic);
        same &= recall(&e->numbers.mean[f], pairs[0]);
        same &= recall(&e->numbers.deviation[f], pairs[1]);
    }
    return same;
}
