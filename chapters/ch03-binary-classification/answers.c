// Two values of a column become 1 and 0; everything else is refused by line.
#include "answers.h"

#include <stdio.h>
#include <string.h>

static int rows_of(const Column *c, int rows, int level)
{
    int count = 0;
    for (int i = 0; i < rows; i++) count += c->category[i] == level;
    return count;
}

// The first value that is neither of the two that the table begins with.
static bool refuse_third(const Csv *csv, const Column *c, Error *error)
{
    int a = c->category[0], b = a, row = 0;
    while (b == a) b = c->category[++row];
    while (c->category[row] == a || c->category[row] == b) row++;
    return fail(
        error,
        "%s: line %d, column %.60s: %.60s is a third value after %.60s "
        "and %.60s; a question has two answers: --positive VALUE says "
        "which one is a yes, all others are a no then",
        csv->path, csv->line[row], c->name, c->level[c->category[row]],
        c->level[a], c->level[b]);
}

static bool named(int *yes, const Csv *csv, const Column *c, const char *word,
                  Error *error)
{
    *yes = level_number(c->level, c->levels, word);
    return *yes >= 0 ||
           fail(error,
                "%s: column %.60s: no row has %.60s, which should be a yes; "
                "the first, line %d, has %.60s",
                csv->path, c->name, word, csv->line[0],
                c->level[c->category[0]]);
}

static bool choose_yes(int *yes, const Csv *csv, const Column *c,
                       const char *word, Error *error)
{
    if (word) return named(yes, csv, c, word, error);
    if (c->levels > 2) return refuse_third(csv, c, error);
    bool zero_one =
        strcmp(c->level[0], "0") == 0 && strcmp(c->level[1], "1") == 0;
    *yes = zero_one || rows_of(c, csv->rows, 1) <= rows_of(c, csv->rows, 0);
    return true;
}

static void answer(Dataset *set, int yes)
{
    Tensor t = tensor_new(CPU, REAL, shape(set->count));
    for (int n = 0; n < set->count; n++)
        reals(&t)[n] = ints(&set->targets)[n] == yes;
    tensor_free(&set->targets);
    set->targets = t;
}

static bool has_both(const Dataset *set, const char *which, const Csv *csv,
                     const Answers *answers, const char *column, Error *error)
{
    int yes = 0;
    for (int n = 0; n < set->count; n++) yes += reals(&set->targets)[n] > 0;
    if (yes > 0 && yes < set->count) return true;
    return fail(error,
                "%s: column %.60s: none of the %d %s rows has %.60s; more "
                "rows of it are needed, or another --seed",
                csv->path, column, set->count, which,
                yes == 0 ? answers->yes : answers->no);
}

static void read_as_names(CsvOptions *csv, const char *column)
{
    int k = 0;
    while (k < MOST_CATEGORY_NAMES - 1 && csv->category[k][0]) k++;
    snprintf(csv->category[k], sizeof csv->category[k], "%s", column);
}

bool answers_read(TableSets *sets, TableTask *task, Answers *answers,
                  Error *error)
{
    int yes = 0;
    task->classes = true;
    read_as_names(&task->csv, task->target);
    if (!table_sets(sets, task, error)) return false;
    Csv *csv = &sets->csv;
    const Column *c = &csv->column[csv_column(csv, task->target, error)];
    bool good = choose_yes(&yes, csv, c, answers->yes, error);
    if (good) {
        answers->yes = c->level[yes];
        answers->no = c->levels > 2 ? "any other" : c->level[1 - yes];
        answer(&sets->train, yes);
        answer(&sets->test, yes);
        good = has_both(&sets->train, "training", csv, answers, c->name,
                        error) &&
               (task->test == 0 ||
                has_both(&sets->test, "test", csv, answers, c->name, error));
    }
    if (!good) table_sets_free(sets);
    return good;
}
