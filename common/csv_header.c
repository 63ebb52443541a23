/* csv_header.c: which of a table's fields are names, which are data, and which are neither. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "text.h"

enum { MOST_COLUMNS = 4096 };   // more is not a table to learn from

const Field *body_field(const Body *b, int row, int column)
{
    return &b->grid->field[b->grid->first[b->first_row + row] + (size_t)(b->skip + column)];
}

static int width(const Grid *grid, int row)
{
    return (int)(grid->first[row + 1] - grid->first[row]);
}

static int body_line(const Body *b, int row) { return b->grid->line[b->first_row + row]; }

static bool is_blank(const char *text) { return !text[strspn(text, " ")]; }

/* ---- Row names, and separators at the lines' ends -------------------------------------------- */

static bool is_empty_column(const Body *b, int column)
{
    for (int i = 0; i < b->rows; i++)
        if (!is_blank(body_field(b, i, column)->text)) return false;
    return true;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// Two equal texts of a column, or NULL: names of rows are all different.
static const char *repeated(const Body *b, int column)
{
    const char **text = allocate((size_t)b->rows, sizeof *text), *found = NULL;
    for (int i = 0; i < b->rows; i++) text[i] = body_field(b, i, column)->text;
    qsort(text, (size_t)b->rows, sizeof *text, by_text);
    for (int i = 1; i < b->rows && !found; i++)
        if (strcmp(text[i - 1], text[i]) == 0) found = text[i];
    free(text);
    return found;
}

static bool is_quoted_column(const Body *b, int column)
{
    for (int i = 0; i < b->rows; i++)
        if (!body_field(b, i, column)->quoted) return false;
    return true;
}

static void leave_out_first(Body *b, Csv *csv)
{
    b->skip = 1;
    b->columns--;
    csv_remark(csv, "the first column has no name and no value twice: row names, left out");
}

// Rows of unlike length: the first that differs from the file's first line is named.
static bool refuse_width(const Csv *csv, const Grid *grid, Error *error)
{
    int row = 1, expected = width(grid, 0);
    while (width(grid, row) == expected) row++;
    bool comment = grid->field[grid->first[row]].text[0] == '#';
    bool more = width(grid, row) > expected && grid->separator == ',';
    return fail(error, "%s: line %d: %d fields, expected %d as in line %d%s", csv->path,
                grid->line[row], width(grid, row), expected, grid->line[0],
                comment ? "; if it is a comment, read it with \"comment=#\""
                : more  ? "; a comma inside a field needs quotes around it"
                        : "");
}

static bool same_width(const Body *b, const Csv *csv, Error *error)
{
    for (int row = b->first_row + 1; row < b->grid->rows; row++)
        if (width(b->grid, row) != width(b->grid, b->first_row))
            return refuse_width(csv, b->grid, error);
    return true;
}

// What a separator at the end of each line leaves: a last column without a name or a value.
static void leave_out_last(Body *b, Csv *csv, const Field *name, int names)
{
    int last = b->columns - 1;
    bool unnamed = !name || names == last || (names == b->columns && is_blank(name[last].text));
    if (last == 0 || !unnamed || !is_empty_column(b, last)) return;
    b->columns--;
    csv_remark(csv,
               "a separator stands at each line's end: the empty column behind it is left out");
}

// Columns without a name at either end. `names` is how many fields the header line has.
static bool match_names(Body *b, Csv *csv, const Field *name, int names, Error *error)
{
    if (names == b->columns - 1 && is_quoted_column(b, 0) && !repeated(b, 0)) {
        leave_out_first(b, csv);   // R's write.table has no name for them at all
        return true;
    }
    if (names == b->columns + 1 && is_blank(name[b->columns].text))
        names--;   // ends in a separator
    if (names != b->columns) return refuse_width(csv, b->grid, error);
    if (b->columns == 1 || !is_blank(name[0].text)) return true;
    const char *twice = repeated(b, 0);
    if (!twice) {
        leave_out_first(b, csv);
        return true;
    }
    return fail(error,
                "%s: line %d: the first column has no name, and is no list of row names, as \"%s\" "
                "stands in it twice: give it a name",
                csv->path, b->grid->line[0], text_shown(twice).text);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static bool no_name(const Csv *csv, int line, int column, const char *name, const char *why,
                    Error *error)
{
    return fail(
        error, "%s: line %d, column %d: %s%s%s; if this line is data, read it with \"header=none\"",
        csv->path, line, column + 1, name, *name ? " " : "", why);
}

static bool is_number(const char *name)
{
    double number;
    return csv_number(&number, name, (Notation){'.', 0}) ||
           csv_number(&number, name, (Notation){',', 0});
}

static bool good_name(const Csv *csv, int line, int column, const CsvOptions *options, Error *error)
{
    const char *name = csv->column[column].name;
    if (!*name) return no_name(csv, line, column, "", "no name: give it one", error);
    if (text_has_control(name))
        return no_name(csv, line, column, text_shown(name).text,
                       "holds a control character", error);
    if (options->header == HEADER_EXPECTED && is_number(name)) {
        return fail(error,
                    "%s: line %d, column %d: %s is a number: if this line is data, read it with "
                    "\"header=none\", if it is a name, with \"header=first\"",
                    csv->path, line, column + 1, text_shown(name).text);
    }
    for (int i = 0; i < column; i++) {
        if (strcmp(csv->column[i].name, name) != 0) continue;
        return no_name(csv, line, column, text_shown(name).text,
                       "stands there twice: give each its own name", error);
    }
    return true;
}

static bool take_names(Csv *csv, const Field *name, int line, const CsvOptions *options,
                       Error *error)
{
    for (int j = 0; j < csv->columns; j++) csv->column[j].name = text_trimmed(name[j].text);
    for (int j = 0; j < csv->columns; j++)
        if (!good_name(csv, line, j, options, error)) return false;
    return true;
}

static void number_columns(Csv *csv)
{
    for (int j = 0; j < csv->columns; j++) {
        char name[32];
        snprintf(name, sizeof name, "column%d", j + 1);
        csv->column[j].name = copy_text(name);
    }
    csv_remark(csv, "no header line: the columns are called column1 … column%d", csv->columns);
}

static void take_lines(Csv *csv, const Body *b)
{
    csv->rows = b->rows;
    csv->line = allocate((size_t)b->rows, sizeof *csv->line);
    for (int i = 0; i < b->rows; i++) csv->line[i] = body_line(b, i);
}

bool csv_header(Body *out, Csv *csv, const Grid *grid, const CsvOptions *options, Error *error)
{
    bool named = options->header != HEADER_NONE;
    *out = (Body){.grid = grid, .first_row = named, .rows = grid->rows - named};
    if (grid->rows == 0)
        return fail(error, "%s: empty, expected a %s", csv->path, named ? "header line" : "row");
    const Field *name = named ? grid->field : NULL;
    int names = width(grid, 0);
    if (names > MOST_COLUMNS)
        return fail(error, "%s: %d columns, expected 1 … %d", csv->path, names, MOST_COLUMNS);
    if (out->rows == 0) return fail(error, "%s: no rows below the header line", csv->path);
    out->columns = width(grid, out->first_row);
    if (!same_width(out, csv, error)) return false;
    leave_out_last(out, csv, name, names);
    if (named && !match_names(out, csv, name, names, error)) return false;
    csv->columns = out->columns;
    csv->column = allocate((size_t)csv->columns, sizeof *csv->column);
    take_lines(csv, out);
    if (named) {
        bool row_names_too = names > out->columns;
        return take_names(csv, name + (row_names_too ? out->skip : 0), grid->line[0], options,
                          error);
    }
    number_columns(csv);
    return true;
}
