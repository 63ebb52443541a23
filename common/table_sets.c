/* table_sets.c: read, split, encode: the order in which nothing leaks. */
#include "table_sets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "text.h"

/* ---- The target ---------------------------------------------------------*/

// The first row whose target is no number, though it should be one.
static bool refuse_word(const Csv *csv, const Column *c, Error *error)
{
    for (int i = 0; i < csv->rows; i++) {
        double value;
        const char *text =
            c->category[i] < 0 ? NULL : c->level[c->category[i]];
        if (!text || csv_number(&value, text, (Notation){'.', 0})) continue;
        return fail(error,
                    "%s: line %d, column %.60s: %s, expected a number to be "
                    "predicted",
                    csv->path, csv->line[i], c->name, text_shown(text).text);
    }
    return fail(
        error,
        "%s: column %.60s holds names, expected numbers to be predicted",
        csv->path, c->name);
}

static bool target_good(const Csv *csv, const Column *c,
                        const TableTask *task, Error *error)
{
    if (c->missing == csv->rows)
        return fail(error,
                    "%s: column %.60s, which is to be predicted, is empty",
                    csv->path, c->name);
    return task->classes || c->kind == NUMBER || refuse_word(csv, c, error);
}

// Rows without a target teach and judge nothing. The remarks go along.
static bool drop_rows(Csv *csv, const TableTask *task, int column,
                      Error *error)
{
    int missing = csv->column[column].missing;
    if (missing == 0) return true;
    Rows rows;
    if (!csv_complete_rows(&rows, csv, &task->target, 1, error)) return false;
    Csv kept = csv_rows(csv, rows);
    kept.remark = csv->remark;
    kept.remarks = csv->remarks;
    csv->remark = NULL;
    csv->remarks = 0;
    csv_free(csv);
    *csv = kept;
    csv_remark(csv, "rows without %.60s are left out: %d", task->target,
               missing);
    rows_free(&rows);
    return true;
}

static bool read_table(Csv *csv, const TableTask *task, Error *error)
{
    if (!csv_read(csv, task->path, &task->csv, error)) return false;
    int column = csv_column(csv, task->target, error);
    return column >= 0 &&
           target_good(csv, &csv->column[column], task, error) &&
           drop_rows(csv, task, column, error);
}

/* ---- Negative numbers ---------------------------------------------------*/

// A few negative numbers among others are often slips, or stand for a missing
// value: they are used as they are, and said. Where they are many they belong
// there, as in degrees.
static void say_negative(Csv *csv, const Column *c)
{
    int numbers = 0, negative = 0, first = -1;
    for (int i = 0; i < csv->rows; i++) {
        numbers += !isnan(c->number[i]);
        if (!(c->number[i] < 0)) continue;
        negative++;
        if (first < 0) first = i;
    }
    if (negative == 0 || negative * FEW_NEGATIVE > numbers) return;
    csv_remark(csv,
               "column %.60s: %d of %d numbers %s negative, the first, %s, "
               "on line %d: used as they are; mend the file where that "
               "cannot be",
               c->name, negative, numbers, negative == 1 ? "is" : "are",
               number_shown(c->number[first]).text, csv->line[first]);
}

static void say_negatives(TableSets *s, const TableTask *task)
{
    for (int j = 0; j < s->csv.columns; j++) {
        const Column *c = &s->csv.column[j];
        bool input = false;
        for (int k = 0; k < s->encoder.columns; k++)
            input |= strcmp(s->encoder.column[k].name, c->name) == 0;
        input |= strcmp(c->name, task->target) == 0;
        if (c->kind == NUMBER && input) say_negative(&s->csv, c);
    }
}

/* ---- The inputs ---------------------------------------------------------*/

static bool is_listed(const TableTask *task, const char *name)
{
    for (int k = 0; k < MOST_LEFT_OUT && task->left_out[k]; k++)
        if (strcmp(task->left_out[k], name) == 0) return true;
    return false;
}

// How many levels these rows have.
static int levels_used(const Column *c, int rows)
{
    bool *used = allocate((size_t)c->levels + 1, sizeof *used);
    int count = 0;
    for (int i = 0; i < rows; i++) {
        if (c->category[i] < 0 || used[c->category[i]]) continue;
        used[c->category[i]] = true;
        count++;
    }
    free(used);
    return count;
}

// Why a column says nothing that these rows could teach; NULL: it may.
static const char *useless(const Csv *train, const Column *c)
{
    if (c->missing == train->rows) return "has no value in the training rows";
    if (c->kind == NUMBER)
        return moments_of(c->number, train->rows).deviation > 0
                   ? NULL
                   : "never changes in the training rows";
    int levels = levels_used(c, train->rows);
    if (levels == 1 && c->missing == 0)
        return "never changes in the training rows";
    return levels > MOST_LEVELS || levels * ROWS_A_LEVEL > train->rows
               ? "holds names, with too few training rows for each"
               : NULL;
}

// Names of the columns that are inputs; how many.
static int choose_columns(const char **names, Csv *csv, const Csv *train,
                          const TableTask *task)
{
    int count = 0;
    for (int j = 0; j < csv->columns; j++) {
        const char *name = csv->column[j].name,
                   *why = useless(train, &train->column[j]);
        if (strcmp(name, task->target) == 0 || is_listed(task, name))
            continue;
        if (why)
            csv_remark(csv, "column %.60s %s: left out", name, why);
        else
            names[count++] = name;
    }
    return count;
}

static bool left_out_known(const Csv *csv, const TableTask *task,
                           Error *error)
{
    for (int k = 0; k < MOST_LEFT_OUT && task->left_out[k]; k++)
        if (csv_column(csv, task->left_out[k], error) < 0) return false;
    return true;
}

// A level becomes part of a feature's name, a class an answer.
static bool plain_levels(const Csv *csv, const char *name, Error *error)
{
    const Column *c = &csv->column[csv_column(csv, name, error)];
    for (int i = 0; i < csv->rows && c->kind == CATEGORY; i++) {
        int k = c->category[i];
        const char *level = k < 0 ? "" : c->level[k];
        if (text_has_control(level))
            return fail(error,
                        "%s: line %d, column %.60s: %s holds a control "
                        "character, and is to be a name",
                        csv->path, csv->line[i], c->name,
                        text_shown(level).text);
    }
    return true;
}

static bool fit_encoder(TableSets *s, const Csv *train, const TableTask *task,
                        Error *error)
{
    if (!left_out_known(&s->csv, task, error)) return false;
    const char **names = allocate((size_t)s->csv.columns, sizeof *names);
    int count = choose_columns(names, &s->csv, train, task);
    int last = s->csv.remarks - 1;
    bool plain = !task->classes || plain_levels(&s->csv, task->target, error);
    for (int k = 0; k < count && plain; k++)
        plain = plain_levels(&s->csv, names[k], error);
    bool good =
        !plain ? false
        : count > 0
            ? encoder_fit(&s->encoder, train, names, count, task->encoding,
                          error)
            : fail(error, "%s: no column is left to predict %.60s from%s%s",
                   s->csv.path, task->target, last < 0 ? "" : ": ",
                   last < 0 ? "" : s->csv.remark[last]);
    free(names);
    return good;
}

static void say_filled(TableSets *s)
{
    for (int k = 0; k < s->encoder.columns; k++) {
        const EncodedColumn *c = &s->encoder.column[k];
        if (s->csv.column[csv_column(&s->csv, c->name, &(Error){0})]
                .missing == 0)
            continue;
        if (c->kind == NUMBER)
            csv_remark(&s->csv,
                       "column %.60s: what is missing counts as %s, the "
                       "training mean",
                       c->name,
                       number_shown(s->encoder.numbers.mean[c->first]).text);
        else
            csv_remark(&s->csv, "column %.60s: what is missing counts as %s",
                       c->name,
                       c->missing_level
                           ? "a level of its own"
                           : text_shown(c->level[c->usual]).text);
    }
}

// Levels that only the test rows have: how many rows of each column, and the
// first one's line.
static void say_unseen(TableSets *s, const Csv *test)
{
    for (int k = 0; k < s->encoder.columns; k++) {
        const EncodedColumn *known = &s->encoder.column[k];
        if (known->kind != CATEGORY) continue;
        const Column *c =
            &test->column[csv_column(test, known->name, &(Error){0})];
        int rows = 0, line = 0;
        for (int i = 0; i < test->rows; i++) {
            if (c->category[i] < 0) continue;
            if (level_number(known->level, known->levels,
                             c->level[c->category[i]]) >= 0)
                continue;
            if (rows++ == 0) line = test->line[i];
        }
        if (rows == 0) continue;
        csv_remark(&s->csv,
                   "column %.60s: test rows with a level that no training "
                   "row has count as none: "
                   "%d, the first on line %d",
                   known->name, rows, line);
    }
}

/* ---- The sets -----------------------------------------------------------*/

static bool numbers(Tensor *out, const Csv *rows, const TableTask *task,
                    Error *error)
{
    if (!csv_values(out, rows, &task->target, 1, error)) return false;
    for (int i = 0; i < rows->rows && task->unit > 0; i++)
        reals(out)[i] /= (Real)task->unit;
    return true;
}

static bool encode(Dataset *out, const TableSets *s, const Csv *rows,
                   const TableTask *task, Error *error)
{
    out->count = rows->rows;
    return encoder_apply(&out->inputs, &s->encoder, rows, error) &&
           (task->classes
                ? csv_targets(&out->targets, rows, task->target, error)
                : numbers(&out->targets, rows, task, error));
}

static bool both_classes(const TableSets *s, const TableTask *task,
                         Error *error)
{
    if (!task->classes) return true;
    const int32_t *t = ints(&s->train.targets);
    for (int i = 1; i < s->train.count; i++)
        if (t[i] != t[0]) return true;
    const Column *c =
        &s->csv.column[csv_column(&s->csv, task->target, error)];
    char number[16];
    snprintf(number, sizeof number, "%d", t[0]);
    return fail(
        error, "%s: column %.60s: all training rows are of one class, %s",
        s->csv.path, task->target,
        c->kind == CATEGORY ? text_shown(c->level[t[0]]).text : number);
}

static bool make_sets(TableSets *s, const Csv *train, const Csv *test,
                      const TableTask *task, Error *error)
{
    if (!fit_encoder(s, train, task, error)) return false;
    say_filled(s);
    say_negatives(s, task);
    say_unseen(s, test);
    bool strict = s->encoder.options.unseen_is_zero;
    s->encoder.options.unseen_is_zero =
        true;   // for the test rows: they have been said
    bool good = encode(&s->train, s, train, task, error) &&
                encode(&s->test, s, test, task, error);
    s->encoder.options.unseen_is_zero = strict;
    return good && both_classes(s, task, error);
}

bool table_sets(TableSets *out, const TableTask *task, Error *error)
{
    *out = (TableSets){0};
    Csv train = {0}, test = {0};
    bool good = read_table(&out->csv, task, error) &&
                split_random(&out->split, out->csv.rows, 0, task->test,
                             task->seed, error);
    if (good) {
        train = csv_rows(&out->csv, out->split.train);
        test = csv_rows(&out->csv, out->split.test);
        good = make_sets(out, &train, &test, task, error);
    }
    csv_free(&train);
    csv_free(&test);
    if (!good) table_sets_free(out);
    return good;
}

void table_sets_free(TableSets *s)
{
    csv_free(&s->csv);
    split_free(&s->split);
    encoder_free(&s->encoder);
    dataset_free(&s->train);
    dataset_free(&s->test);
    *s = (TableSets){0};
}
