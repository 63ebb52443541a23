/* csv_tensor.c: columns of a table, made numbers that a network reads. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"

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
    fail(error, "%s: no column %.60s; there are: %s%s", csv->path, name, known,
         used < sizeof known ? "" : " …");
    return -1;
}

// The first row whose value is absent, or -1.
static int missing_row(const Csv *csv, const Column *c)
{
    for (int i = 0; c->missing && i < csv->rows; i++) {
        if (c->kind == NUMBER ? isnan(c->number[i]) : c->category[i] < 0) return i;
    }
    return -1;
}

static bool complete_column(const Column **out, const Csv *csv, const char *name, Error *error)
{
    int j = csv_column(csv, name, error);
    if (j < 0) return false;
    *out = &csv->column[j];
    int row = missing_row(csv, *out);
    return row < 0 || fail(error, "%s: line %d, column %.60s: the value is missing", csv->path,
                           csv->line[row], name);
}

static int width(const Column *c) { return c->kind == NUMBER ? 1 : c->levels; }

// Writes column c of the table at `out`, whose rows are `stride` numbers apart and zero so far.
static void put_column(Real *out, int stride, const Column *c, int rows)
{
    for (int i = 0; i < rows; i++, out += stride) {
        if (c->kind == NUMBER)
            out[0] = c->number[i];
        else
            out[c->category[i]] = 1;
    }
}

static bool put_columns(Tensor *out, const Csv *csv, const Column **chosen, int count, Error *error)
{
    size_t stride = 0;
    for (int k = 0; k < count; k++) stride += (size_t)width(chosen[k]);
    if (stride > INT_MAX / (size_t)csv->rows) {
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

// Up to 2^24 every whole number is a float.
static bool is_class(Real value) { return value >= 0 && value <= 1 << 24 && value == floor(value); }

bool csv_targets(Tensor *out, const Csv *csv, const char *name, Error *error)
{
    *out = (Tensor){0};
    const Column *c;
    if (!complete_column(&c, csv, name, error)) return false;
    for (int i = 0; c->kind == NUMBER && i < csv->rows; i++) {
        if (!is_class(c->number[i])) {
            return fail(error, "%s: line %d, column %.60s: %g, expected a class 0, 1, 2, …",
                        csv->path, csv->line[i], name, (double)c->number[i]);
        }
    }
    *out = tensor_new(CPU, I32, shape(csv->rows));
    for (int i = 0; i < csv->rows; i++)
        ints(out)[i] = c->kind == NUMBER ? (int)c->number[i] : c->category[i];
    return true;
}

static int by_value(const void *a, const void *b)
{
    Real x = *(const Real *)a, y = *(const Real *)b;
    return (x > y) - (x < y);
}

// The distinct values of a column, rising; the caller frees them.
static Real *distinct_values(const Column *c, int rows, int *count)
{
    Real *value = allocate((size_t)rows, sizeof *value);
    int present = 0;
    for (int i = 0; i < rows; i++) {
        if (!isnan(c->number[i])) value[present++] = c->number[i];
    }
    qsort(value, (size_t)present, sizeof *value, by_value);
    *count = 0;
    for (int i = 0; i < present; i++) {
        if (*count == 0 || value[*count - 1] != value[i]) value[(*count)++] = value[i];
    }
    return value;
}

void csv_categorise(Csv *csv, int column)
{
    CHECK(column >= 0 && column < csv->columns, "column %d of %s", column, csv->path);
    Column *c = &csv->column[column];
    if (c->kind == CATEGORY) return;
    Real *value = distinct_values(c, csv->rows, &c->levels);
    c->level = allocate((size_t)c->levels, sizeof *c->level);
    for (int k = 0; k < c->levels; k++) {
        char name[32];
        snprintf(name, sizeof name, "%.9g", (double)value[k]);
        c->level[k] = copy_text(name);
    }
    c->category = allocate((size_t)csv->rows, sizeof *c->category);
    for (int i = 0; i < csv->rows; i++) {
        const Real *found =
            bsearch(&c->number[i], value, (size_t)c->levels, sizeof *value, by_value);
        c->category[i] = isnan(c->number[i]) ? -1 : (int)(found - value);
    }
    c->kind = CATEGORY;
    free(value);
    free(c->number);
    c->number = NULL;
}
