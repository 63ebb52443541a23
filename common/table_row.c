/* table_row.c: a row in words, held against the training rows. */
#include "table_row.h"

#include <math.h>
#include <stdio.h>

#include "csv_private.h"
#include "text.h"

// The least and the most that a column has in the training rows.
typedef struct Span {
    double least, most;
} Span;

static Span training_span(const TableSets *s, const char *name)
{
    const Column *c = &s->csv.column[csv_column(&s->csv, name, &(Error){0})];
    Span span = {INFINITY, -INFINITY};
    for (int i = 0; i < s->split.train.count; i++) {
        double value = c->number[s->split.train.row[i]];
        span.least = fmin(span.least, value);   // of a number and NAN, the number
        span.most = fmax(span.most, value);
    }
    return span;
}

// A negative size is refused; one beyond all others is said.
static bool check_number(Csv *row, const TableSets *s, int column, Error *error)
{
    const char *name = row->column[column].name;
    double value = row->column[column].number[0];
    Span span = training_span(s, name);
    if (value < 0 && span.least >= 0)
        return fail(error, "%s=%g is negative, and no training row has less than %g", name, value,
                    span.least);
    if (value < span.least || value > span.most)
        csv_remark(row, "%s=%g lies outside of what the training rows have, %g to %g", name, value,
                   span.least, span.most);
    return true;
}

bool table_row(TableRow *out, const TableSets *s, const char *text, Error *error)
{
    *out = (TableRow){0};
    if (!encoder_row(&out->csv, &s->encoder, text, error)) return false;
    out->assumed = out->csv.remarks;
    bool good = true;
    for (int k = 0; k < s->encoder.columns && good; k++)
        if (s->encoder.column[k].kind == NUMBER) good = check_number(&out->csv, s, k, error);
    good = good && encoder_apply(&out->inputs, &s->encoder, &out->csv, error);
    if (!good) table_row_free(out);
    return good;
}

void table_row_free(TableRow *row)
{
    csv_free(&row->csv);
    tensor_free(&row->inputs);
    *row = (TableRow){0};
}

double table_row_share(const TableRow *row, const EncodedColumn *c, const Real *w)
{
    const Real *x = reals(&row->inputs);
    double share = 0;
    for (int f = c->first; f < c->first + c->width; f++) share += (double)w[f] * (double)x[f];
    return share;
}

NameAndValue table_row_words(const TableRow *row, int column)
{
    const Column *c = &row->csv.column[column];
    NameAndValue words;
    if (c->kind == NUMBER)
        snprintf(words.text, sizeof words.text, "%s = %g", text_shown(c->name).text, c->number[0]);
    else
        snprintf(words.text, sizeof words.text, "%s = %s", text_shown(c->name).text,
                 text_shown(c->level[c->category[0]]).text);
    return words;
}
