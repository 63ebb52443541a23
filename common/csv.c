#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "file.h"

enum { LARGEST_FILE = 1 << 28, MOST_COLUMNS = 4096 };   // bytes; more is not a table to learn from

static bool wrong(const Csv *csv, int line, const char *column, const char *what, Error *error)
{
    return fail(error, "%s: line %d, column %.60s: %s", csv->path, line, column, what);
}

/* ---- From bytes to fields ---------------------------------------------------------------------*/

// Fields stay where they stand in the text: unquoted in place, a NUL over what ended them.
typedef struct Reader {
    Csv *csv;
    char *at, *end;
    int line;   // of the next byte
    char **field;   // row after row
    size_t fields;
    Error *error;
} Reader;

// A column's name, or its number where the header gives none.
static bool wrong_field(const Reader *r, int line, int column, const char *what)
{
    char number[16];
    snprintf(number, sizeof number, "%d", column + 1);
    return wrong(r->csv, line, column < r->csv->columns ? r->csv->column[column].name : number,
                 what, r->error);
}

// Ends the field at `stop` and moves behind its delimiter: ',' or '\n', or 0 at the file's end.
static bool end_field(Reader *r, char *stop, int column, char *delimiter)
{
    int line = r->line;
    if (r->at < r->end && *r->at == '\r') {
        r->at++;
        if (r->at == r->end || *r->at != '\n')
            return wrong_field(r, line, column, "a carriage return alone");
    }
    *delimiter = 0;
    if (r->at < r->end) {
        *delimiter = *r->at++;
        if (*delimiter == 0) return wrong_field(r, line, column, "a NUL byte");
        if (*delimiter == '"')
            return wrong_field(r, line, column, "a quote inside an unquoted field");
        if (!strchr(",\n", *delimiter))
            return wrong_field(r, line, column, "text behind the closing quote");
        r->line += *delimiter == '\n';
    }
    *stop = 0;
    return true;
}

static bool plain_field(Reader *r, int column, char *delimiter)
{
    while (r->at < r->end && !memchr(",\n\r\"\0", *r->at, 5)) r->at++;
    return end_field(r, r->at, column, delimiter);
}

// Two quotes inside mean one; a single one closes the field.
static bool quoted_field(Reader *r, int column, char *delimiter)
{
    int opened = r->line;
    char *to = r->at;
    for (r->at++;; r->at++) {
        if (r->at == r->end) return wrong_field(r, opened, column, "a quote that is never closed");
        if (*r->at == '"' && (++r->at == r->end || *r->at != '"')) break;
        if (*r->at == 0) return wrong_field(r, r->line, column, "a NUL byte");
        r->line += *r->at == '\n';
        *to++ = *r->at;
    }
    return end_field(r, to, column, delimiter);
}

static bool read_row(Reader *r, int *count)
{
    char delimiter = ',';
    for (*count = 0; delimiter == ','; ++*count) {
        r->field[r->fields++] = r->at;
        bool quoted = r->at < r->end && *r->at == '"';
        if (!(quoted ? quoted_field : plain_field)(r, *count, &delimiter)) return false;
    }
    return true;
}

/* ---- Header and rows --------------------------------------------------------------------------*/

static bool good_name(const Reader *r, int column)
{
    const Column *c = r->csv->column;
    const char *name = c[column].name;
    if (!*name) return wrong_field(r, 1, column, "a column without a name");
    for (const char *p = name; *p; p++) {
        if ((unsigned char)*p < ' ')
            return fail(r->error, "%s: line 1: column %d's name holds a control character",
                        r->csv->path, column + 1);
    }
    for (int i = 0; i < column; i++) {
        if (strcmp(c[i].name, name) == 0)
            return wrong_field(r, 1, column, "a second column of this name");
    }
    return true;
}

static bool read_header(Reader *r)
{
    Csv *csv = r->csv;
    int count;
    if (r->at == r->end) return fail(r->error, "%s: empty, expected a header line", csv->path);
    if (!read_row(r, &count)) return false;
    if (count > MOST_COLUMNS)
        return fail(r->error, "%s: %d columns, expected 1 … %d", csv->path, count, MOST_COLUMNS);
    csv->column = allocate((size_t)count, sizeof *csv->column);
    for (; csv->columns < count; csv->columns++) {
        csv->column[csv->columns].name = copy_text(r->field[csv->columns]);
        if (!good_name(r, csv->columns)) return csv->columns++, false;
    }
    r->fields = 0;
    return true;
}

static bool read_rows(Reader *r)
{
    Csv *csv = r->csv;
    while (r->at < r->end) {
        int line = csv->line[csv->rows] = r->line, count;
        if (!read_row(r, &count)) return false;
        if (count != csv->columns) {
            return fail(r->error, "%s: line %d: %d fields, expected %d as in the header line",
                        csv->path, line, count, csv->columns);
        }
        csv->rows++;
    }
    return csv->rows > 0 || fail(r->error, "%s: no rows below the header line", csv->path);
}

/* ---- From fields to columns -------------------------------------------------------------------*/

static bool is_missing(const char *text)
{
    return !*text || !strcmp(text, "NA") || !strcmp(text, "NaN") || !strcmp(text, "?");
}

// Decimal, finite, perhaps between blanks: strtod alone would take "0x1p3" and "infinity", too.
static bool to_number(const char *text, Real *value)
{
    if (text[strspn(text, "+-.0123456789eE ")]) return false;
    char *end;
    *value = (Real)strtod(text, &end);
    return end != text && !end[strspn(end, " ")] && isfinite(*value);
}

// The fields of one column stand `columns` apart.
static char *cell(char *const *field, int row, int columns)
{
    return field[(size_t)row * (size_t)columns];
}

static bool read_numbers(Column *c, char *const *field, int rows, int columns)
{
    c->kind = NUMBER;
    c->number = allocate((size_t)rows, sizeof *c->number);
    for (int i = 0; i < rows; i++) {
        const char *text = cell(field, i, columns);
        c->number[i] = NAN;
        if (!is_missing(text) && !to_number(text, &c->number[i])) return false;
    }
    return true;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// Sorted, each once; returns how many are left.
static int distinct(char **text, int count)
{
    int kept = 0;
    qsort(text, (size_t)count, sizeof *text, by_text);
    for (int i = 0; i < count; i++) {
        if (kept == 0 || strcmp(text[kept - 1], text[i]) != 0) text[kept++] = text[i];
    }
    return kept;
}

static int level_of(const Column *c, char *text)
{
    char **found = bsearch(&text, c->level, (size_t)c->levels, sizeof *c->level, by_text);
    return (int)(found - c->level);
}

static void read_categories(Column *c, char *const *field, int rows, int columns)
{
    int present = 0;
    c->kind = CATEGORY;
    c->category = allocate((size_t)rows, sizeof *c->category);
    c->level = allocate((size_t)rows, sizeof *c->level);
    for (int i = 0; i < rows; i++) {
        char *text = cell(field, i, columns);
        if (!is_missing(text)) c->level[present++] = text;
    }
    c->levels = distinct(c->level, present);
    for (int i = 0; i < rows; i++) {
        char *text = cell(field, i, columns);
        c->category[i] = is_missing(text) ? -1 : level_of(c, text);
    }
    for (int k = 0; k < c->levels; k++) c->level[k] = copy_text(c->level[k]);
}

static void read_columns(Csv *csv, char *const *field)
{
    for (int j = 0; j < csv->columns; j++) {
        Column *c = &csv->column[j];
        for (int i = 0; i < csv->rows; i++)
            c->missing += is_missing(cell(field + j, i, csv->columns));
        if (read_numbers(c, field + j, csv->rows, csv->columns)) continue;
        free(c->number);
        c->number = NULL;
        read_categories(c, field + j, csv->rows, csv->columns);
    }
}

static bool parse(Csv *csv, char *text, size_t length, Error *error)
{
    size_t newlines = 0, commas = 0;   // no more rows and fields than these end
    for (size_t i = 0; i < length; i++) newlines += text[i] == '\n', commas += text[i] == ',';
    const char *byte_order_mark = "\xEF\xBB\xBF";
    if (length >= 3 && memcmp(text, byte_order_mark, 3) == 0) text += 3, length -= 3;
    Reader r = {.csv = csv, .at = text, .end = text + length, .line = 1, .error = error};
    r.field = allocate(newlines + commas + 1, sizeof *r.field);
    csv->line = allocate(newlines + 1, sizeof *csv->line);
    bool good = read_header(&r) && read_rows(&r);
    if (good) read_columns(csv, r.field);
    free(r.field);
    return good;
}

bool csv_read(Csv *out, const char *path, Error *error)
{
    uint8_t *text;
    size_t length;
    *out = (Csv){0};
    if (!file_read(path, &text, &length, LARGEST_FILE, error)) return false;
    out->path = copy_text(path);
    bool good = parse(out, (char *)text, length, error);
    if (!good) csv_free(out);
    free(text);
    return good;
}

void csv_free(Csv *csv)
{
    for (int j = 0; j < csv->columns; j++) {
        Column *c = &csv->column[j];
        for (int k = 0; k < c->levels; k++) free(c->level[k]);
        free(c->name);
        free(c->number);
        free(c->category);
        free(c->level);
    }
    free(csv->column);
    free(csv->path);
    free(csv->line);
    *csv = (Csv){0};
}
