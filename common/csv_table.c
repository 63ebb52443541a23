/* csv_table.c: parts of a table, and its columns as tensors. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_private.h"
#include "text.h"

int csv_column(const Csv *csv, const char *name, Error *error)
{
    char known[256] = "";
    size_t used = 0;
    for (int j = 0; j < csv->columns; j++) {
        if (strcmp(csv->column[j].name, name) == 0) return j;
        if (used < sizeof known) {
            used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", j ? ", " : "",
                                     csv->column[j].name);
        }
    }
    fail(error, "%s: no column %s; there are: %s%s", csv->path, text_shown(name).text, known,
         used < sizeof known ? "" : " …");
    return -1;
}

void csv_categorise(Csv *csv, int column)
{
    Column *c = &csv->column[column];
    if (c->kind == CATEGORY) return;
    char **text = allocate((size_t)csv->rows, sizeof *text), name[32];
    for (int i = 0; i < csv->rows; i++) {
        snprintf(name, sizeof name, "%.15g", c->number[i]);
        text[i] = isnan(c->number[i]) ? NULL : copy_text(name);
    }
    column_categorise(c, text, csv->rows);
    for (int i = 0; i < csv->rows; i++) free(text[i]);
    free(text);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static bool is_missing(const Column *c, int row)
{
    return c->kind == NUMBER ? isnan(c->number[row]) : c->category[row] < 0;
}

static Column column_rows(const Column *from, Rows rows)
{
    Column c = {.name = copy_text(from->name), .kind = from->kind, .levels = from->levels};
    if (c.kind == NUMBER)
        c.number = allocate((size_t)rows.count, sizeof *c.number);
    else
        c.category = allocate((size_t)rows.count, sizeof *c.category);
    for (int i = 0; i < rows.count; i++) {
        if (c.kind == NUMBER)
            c.number[i] = from->number[rows.row[i]];
        else
            c.category[i] = from->category[rows.row[i]];
        c.missing += is_missing(from, rows.row[i]);
    }
    if (c.kind == CATEGORY) c.level = allocate((size_t)c.levels, sizeof *c.level);
    for (int k = 0; k < c.levels; k++) c.level[k] = copy_text(from->level[k]);
    return c;
}

Csv csv_rows(const Csv *csv, Rows rows)
{
    Csv out = {.rows = rows.count, .columns = csv->columns, .path = copy_text(csv->path)};
    for (int i = 0; i < rows.count; i++)
        CHECK(rows.row[i] >= 0 && rows.row[i] < csv->rows, "row %d of %d", rows.row[i], csv->rows);
    out.column = allocate((size_t)out.columns, sizeof *out.column);
    for (int j = 0; j < out.columns; j++) out.column[j] = column_rows(&csv->column[j], rows);
    out.line = allocate((size_t)rows.count, sizeof *out.line);
    for (int i = 0; i < rows.count; i++) out.line[i] = csv->line[rows.row[i]];
    return out;
}

bool csv_complete_rows(Rows *out, const Csv *csv, const char *const *names, int count, Error *error)
{
    bool *incomplete = allocate((size_t)csv->rows, sizeof *incomplete), good = true;
    *out = (Rows){0};
    for (int k = 0; k < count && good; k++) {
        int j = csv_column(csv, names[k], error);
        good = j >= 0;
        for (int i = 0; good && i < csv->rows; i++) incomplete[i] |= is_missing(&csv->column[j], i);
    }
    if (good) out->row = allocate((size_t)csv->rows, sizeof *out->row);
    for (int i = 0; good && i < csv->rows; i++)
        if (!incomplete[i]) out->row[out->count++] = i;
    free(incomplete);
    return good;
}

/* ---- Tensors --------------------------------------------------------------------------------- */

static bool complete_column(const Column **out, const Csv *csv, const char *name, Error *error)
{
    int j = csv_column(csv, name, error), row = 0;
    if (j < 0) return false;
    *out = &csv->column[j];
    while (row < csv->rows && !is_missing(*out, row)) row++;
    return row == csv->rows || fail(error, "%s: line %d, column %.60s: the value is missing",
                                    csv->path, csv->line[row], name);
}

static int width(const Column *c) { return c->kind == NUMBER ? 1 : c->levels; }

// Writes column c of the table at `out`, whose rows are `stride` numbers apart and zero so far.
static void put_column(Real *out, int stride, const Column *c, int rows)
{
    for (int i = 0; i < rows; i++, out += stride) {
        if (c->kind == NUMBER)
            out[0] = (Real)c->number[i];
        else
            out[c->category[i]] = 1;
    }
}

static bool put_columns(Tensor *out, const Csv *csv, const Column **chosen, int count, Error *error)
{
    size_t stride = 0;
    for (int k = 0; k < count; k++) stride += (size_t)width(chosen[k]);
    if (csv->rows > 0 && stride > INT_MAX / (size_t)csv->rows) {
        return fail(error, "%s: %d rows of %zu numbers are too many", csv->path, csv->rows, stride);
    }
    *out = tensor_new(CPU, REAL, shape(csv->rows, (int)stride));
    Real *at = reals(out);
    for (int k = 0; k < count; at += width(chosen[k++]))
        put_column(at, (int)stride, chosen[k], csv->rows);
    return true;
}

bool csv_matrix(Tensor *out, const Csv *csv, const char *const *names, int count, Error *error)
{
    CHECK(count > 0, "%d columns of %s", count, csv->path);
    *out = (Tensor){0};
    const Column **chosen = allocate((size_t)count, sizeof *chosen);
    bool good = true;
    for (int k = 0; k < count && good; k++)
        good = complete_column(&chosen[k], csv, names[k], error);
    good = good && put_columns(out, csv, chosen, count, error);
    free(chosen);
    return good;
}

bool csv_values(Tensor *out, const Csv *csv, const char *const *names, int count, Error *error)
{
    *out = (Tensor){0};
    for (int k = 0; k < count; k++) {
        int j = csv_column(csv, names[k], error);
        if (j < 0) return false;
        const Column *c = &csv->column[j];
        if (c->kind == NUMBER) continue;
        return fail(error, "%s: column %.60s holds names, such as %s, expected numbers", csv->path,
                    names[k], c->levels > 0 ? text_shown(c->level[0]).text : "nothing");
    }
    if (!csv_matrix(out, csv, names, count, error)) return false;
    if (count == 1) out->shape = shape(csv->rows);
    return true;
}

// Up to 2^24 every whole number is a float.
static bool is_class(double value)
{
    return value >= 0 && value <= 1 << 24 && value == floor(value);
}

bool csv_targets(Tensor *out, const Csv *csv, const char *name, Error *error)
{
    *out = (Tensor){0};
    const Column *c;
    if (!complete_column(&c, csv, name, error)) return false;
    for (int i = 0; c->kind == NUMBER && i < csv->rows; i++) {
        if (!is_class(c->number[i])) {
            return fail(error, "%s: line %d, column %.60s: %g, expected a class 0, 1, 2, …",
                        csv->path, csv->line[i], name, c->number[i]);
        }
    }
    *out = tensor_new(CPU, I32, shape(csv->rows));
    for (int i = 0; i < csv->rows; i++)
        ints(out)[i] = c->kind == NUMBER ? (int)c->number[i] : c->category[i];
    return true;
}
