/* csv_column.c: from fields to a column: what is missing, what is a number, what is a category. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "text.h"

/* ---- Missing values -------------------------------------------------------------------------- */

static bool is_word(const char *text, size_t length, const char *word)
{
    return strncmp(text, word, length) == 0 && !word[length];
}

static bool is_listed(const char *text, size_t length, const char *const *words)
{
    for (; *words; words++)
        if (is_word(text, length, *words)) return true;
    return false;
}

// One of this column's fields, and what its words mean.
typedef struct Cells {
    const Body *body;
    int column;
    const CsvOptions *options;
    Notation notation;
    bool in_numbers;   // then words such as "-" are missing values, too
} Cells;

static const char *cell(const Cells *c, int row)
{
    return body_field(c->body, row, c->column)->text;
}

static bool is_missing(const Cells *c, const char *text)
{
    static const char *const always[] = {"?",   "NA",  "N/A",  "n/a",  "#N/A",
                                         "NaN", "nan", "NULL", "null", NULL};
    static const char *const in_numbers[] = {"-", "--", ".", "none", "None", NULL};
    const CsvOptions *o = c->options;
    text += strspn(text, " ");
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ') length--;
    if (length == 0) return true;
    for (int k = 0; k < MOST_MISSING_WORDS && o->missing[k][0]; k++)
        if (is_word(text, length, o->missing[k])) return true;
    if (length > 4) return false;
    return is_listed(text, length, always) ||
           (c->in_numbers && is_listed(text, length, in_numbers));
}

// "column age: 3 of 90 values are missing (NA, -), the first on line 7"
static void say_missing(Csv *csv, const Column *column, const Cells *c)
{
    const char *word[3] = {NULL};
    int words = 0, first = -1;
    char list[160] = "";
    for (int i = 0; i < csv->rows && column->missing > 0; i++) {
        const char *text = cell(c, i);
        if (!is_missing(c, text)) continue;
        if (first < 0) first = i;
        bool known = false;
        for (int k = 0; k < words && k < 3; k++) known |= strcmp(word[k], text) == 0;
        if (!known && words++ < 3) word[words - 1] = text;
    }
    if (first < 0) return;
    for (int k = 0; k < words && k < 3; k++)
        list_word(list, sizeof list, *word[k] ? text_shown(word[k]).text : "empty");
    csv_remark(csv, "column %.60s: %d of %d values are missing (%s%s), the first on line %d",
               column->name, column->missing, csv->rows, list, words > 3 ? ", …" : "",
               csv->line[first]);
}

/* ---- Numbers --------------------------------------------------------------------------------- */

typedef struct Count {
    int present, numbers, quoted;
    int first_word;   // the first row with a field that is neither missing nor a number, or -1
    int leading_zero;   // the first row with a number such as 01234, or -1
} Count;

static bool has_leading_zero(const char *text)
{
    text += strspn(text, " ");
    return text[0] == '0' && text[strspn(text, "0123456789")] == 0 && text[1];
}

// Reads what numbers there are into `number`, which may be NULL.
static Count count_numbers(double *number, const Cells *c)
{
    Count n = {.first_word = -1, .leading_zero = -1};
    bool words_asked = c->options->missing[0][0];
    for (int i = 0; i < c->body->rows; i++) {
        const char *text = cell(c, i);
        double value = NAN;
        bool missing = words_asked && is_missing(c, text);   // -999 may be one
        bool good = !missing && csv_number(&value, text, c->notation);
        if (number) number[i] = good ? value : NAN;
        if (!good && (missing || is_missing(c, text))) continue;
        n.present++;
        n.numbers += good;
        n.quoted += body_field(c->body, i, c->column)->quoted;
        if (!good && n.first_word < 0) n.first_word = i;
        if (good && n.leading_zero < 0 && has_leading_zero(text)) n.leading_zero = i;
    }
    return n;
}

static bool all_numbers(const Cells *c)
{
    double value;
    for (int i = 0; i < c->body->rows; i++)
        if (!csv_number(&value, cell(c, i), c->notation) && !is_missing(c, cell(c, i)))
            return false;
    return true;
}

// Is this a column of numbers? One of nothing but dashes is not.
static bool is_numeric(Cells *c, Count n)
{
    if (n.numbers < n.present) return false;
    if (n.numbers > 0) return true;
    c->in_numbers = false;
    return count_numbers(NULL, c).present == 0;
}

typedef struct Reading {
    Notation notation;
    const char *words;   // of csv_options
} Reading;

// In which other notations are all present fields numbers? Quoted and joined by "or"; empty for
// none.
static void find_readings(char *out, size_t room, Cells c)
{
    static const Reading other[] = {
        {{'.', ','}, "thousands=,"},
        {{',', 0}, "decimal=,"},
        {{'.', 0}, "decimal=."},
        {{'.', ' '}, "thousands=blank"},
        {{'.', '\''}, "thousands=apostrophe"},
        {{',', '.'}, "decimal=, thousands=."},
        {{',', ' '}, "decimal=, thousands=blank"},
    };
    const char asked = c.notation.decimal;
    size_t used = 0;
    out[0] = 0;
    for (size_t k = 0; k < sizeof other / sizeof *other; k++) {
        bool two_words = strchr(other[k].words, ' '), with_decimal = other[k].words[0] == 'd';
        if (asked == ',' ? !with_decimal : used > 0 && two_words) continue;   // one word is enough
        c.notation = other[k].notation;
        if (!all_numbers(&c)) continue;
        used += (size_t)snprintf(out + used, room - used, "%s\"%s\"", used ? " or " : "",
                                 other[k].words);
    }
}

// The words of csv_options with which this column keeps its numbers as names.
typedef struct Words {
    char text[80];
} Words;
static Words as_category(const Column *column)
{
    Words w;
    const char *quote = strchr(column->name, ' ') ? "'" : "";
    snprintf(w.text, sizeof w.text, "category=%s%.60s%s", quote, column->name, quote);
    return w;
}

// A column that is one of numbers in another notation does not become a category in silence.
static bool no_other_reading(const Csv *csv, const Column *column, const Cells *c, Count n,
                             Error *error)
{
    char readings[160];
    find_readings(readings, sizeof readings, *c);
    if (!readings[0]) return true;
    return fail(
        error,
        "%s: line %d, column %.60s: %s is a number if it is read with %s; as a name, with \"%s\"",
        csv->path, csv->line[n.first_word], column->name, text_shown(cell(c, n.first_word)).text,
        readings, as_category(column).text);
}

static void say_numbers(Csv *csv, const Column *column, const Cells *c, Count n,
                        bool others_unquoted)
{
    if (n.leading_zero >= 0) {
        csv_remark(csv,
                   "column %.60s: %s on line %d is read as a number; \"%s\" keeps it as a name",
                   column->name, text_shown(cell(c, n.leading_zero)).text,
                   csv->line[n.leading_zero], as_category(column).text);
    } else if (n.present > 0 && n.quoted == n.present && others_unquoted) {
        csv_remark(csv,
                   "column %.60s: its numbers stand in quotes and are read as numbers; \"%s\" "
                   "keeps them as "
                   "names",
                   column->name, as_category(column).text);
    }
}

/* ---- Categories ------------------------------------------------------------------------------ */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// Sorted, each once; returns how many are left.
static int distinct(char **text, int count)
{
    int kept = 0;
    qsort(text, (size_t)count, sizeof *text, by_text);
    for (int i = 0; i < count; i++)
        if (kept == 0 || strcmp(text[kept - 1], text[i]) != 0) text[kept++] = text[i];
    return kept;
}

int level_number(char *const *level, int levels, const char *name)
{
    char *const *found = bsearch(&name, level, (size_t)levels, sizeof *level, by_text);
    return found ? (int)(found - level) : -1;
}

void column_categorise(Column *column, char *const *text, int rows)
{
    int present = 0;
    column->level = allocate((size_t)rows, sizeof *column->level);
    for (int i = 0; i < rows; i++)
        if (text[i]) column->level[present++] = text[i];
    column->levels = distinct(column->level, present);
    column->category = allocate((size_t)rows, sizeof *column->category);
    for (int i = 0; i < rows; i++)
        column->category[i] = text[i] ? level_number(column->level, column->levels, text[i]) : -1;
    for (int k = 0; k < column->levels; k++) column->level[k] = copy_text(column->level[k]);
    column->missing = rows - present;
    column->kind = CATEGORY;
    free(column->number);
    column->number = NULL;
}

// Two names that differ in blanks only are two categories; whoever typed them may not have seen it.
static void say_blanks(Csv *csv, const Column *column)
{
    for (int k = 0; k < column->levels; k++) {
        char *bare = text_trimmed(column->level[k]);
        if (strcmp(bare, column->level[k]) != 0 &&
            level_number(column->level, column->levels, bare) >= 0) {
            csv_remark(csv, "column %.60s: \"%s\" and \"%s\" are two categories, as blanks count",
                       column->name, text_shown(bare).text, text_shown(column->level[k]).text);
        }
        free(bare);
    }
}

static void say_mixed(Csv *csv, const Column *column, const Cells *c, Count n)
{
    if (2 * n.numbers < n.present || n.present == 0) return;
    Shown word = text_shown(cell(c, n.first_word));
    csv_remark(csv,
               "column %.60s is a category: %s on line %d is no number, though %d of %d are; if it "
               "means a "
               "missing value, read it with \"missing=%s\"",
               column->name, word.text, csv->line[n.first_word], n.numbers, n.present, word.text);
}

/* ---- Columns --------------------------------------------------------------------------------- */

static bool is_named(const CsvOptions *o, const char *name)
{
    for (int k = 0; k < MOST_CATEGORY_NAMES && o->category[k][0]; k++)
        if (strcmp(o->category[k], name) == 0) return true;
    return false;
}

static void make_category(Csv *csv, Column *column, Cells *c)
{
    char **text = allocate((size_t)csv->rows, sizeof *text);
    c->in_numbers = false;
    for (int i = 0; i < csv->rows; i++)
        text[i] = is_missing(c, cell(c, i)) ? NULL : (char *)cell(c, i);
    column_categorise(column, text, csv->rows);
    free(text);
    say_blanks(csv, column);
}

static bool read_column(Csv *csv, Column *column, Cells c, bool others_unquoted, Error *error)
{
    column->number = allocate((size_t)csv->rows, sizeof *column->number);
    Count n = count_numbers(column->number, &c);
    if (is_named(c.options, column->name)) {
        make_category(csv, column, &c);
    } else if (is_numeric(&c, n)) {
        column->missing = csv->rows - n.present;
        say_numbers(csv, column, &c, n, others_unquoted);
    } else {
        if (n.first_word >= 0 && !no_other_reading(csv, column, &c, n, error)) return false;
        make_category(csv, column, &c);
        say_mixed(csv, column, &c, n);
    }
    say_missing(csv, column, &c);
    return true;
}

// Does any field with a value stand without quotes? Then those in quotes may be meant as names.
static bool has_unquoted(const Body *b)
{
    for (int i = 0; i < b->rows; i++) {
        for (int j = 0; j < b->columns; j++) {
            const Field *field = body_field(b, i, j);
            if (!field->quoted && field->text[0]) return true;
        }
    }
    return false;
}

bool csv_columns(Csv *csv, const Body *body, const CsvOptions *options, Error *error)
{
    bool unquoted = has_unquoted(body);
    for (int k = 0; k < MOST_CATEGORY_NAMES && options->category[k][0]; k++)
        if (csv_column(csv, options->category[k], error) < 0) return false;
    for (int j = 0; j < csv->columns; j++) {
        Cells c = {.body = body,
                   .column = j,
                   .options = options,
                   .in_numbers = true,
                   .notation = {options->decimal ? options->decimal : '.', options->thousands}};
        if (!read_column(csv, &csv->column[j], c, unquoted, error)) return false;
    }
    return true;
}
