/* encoder.c: what the training rows say, and any rows made features by it. */
#include "encoder_private.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* ---- Learning from the training rows --------------------------------------------------------- */

static bool fit_number(Encoder *e, EncodedColumn *to, const Column *from, const Csv *csv,
                       Error *error)
{
    Moments m = moments_of(from->number, csv->rows);
    if (m.count == 0)
        return fail(error, "%s: column %.60s has no value in the training rows", csv->path,
                    from->name);
    to->width = 1;
    e->numbers.mean[to->first] = as_saved(m.mean);
    e->numbers.deviation[to->first] = as_saved(m.deviation);
    e->feature[to->first] = copy_text(from->name);
    return true;
}

// Copies the levels that some row has, and finds the most frequent one.
static void fit_levels(EncodedColumn *to, const Column *from, int rows)
{
    int *count = allocate((size_t)from->levels, sizeof *count), most = 0;
    for (int i = 0; i < rows; i++)
        if (from->category[i] >= 0) count[from->category[i]]++;
    to->level = allocate((size_t)from->levels, sizeof *to->level);
    for (int k = 0; k < from->levels; k++) {
        if (count[k] == 0) continue;
        if (count[k] > most) to->usual = to->levels;
        if (count[k] > most) most = count[k];
        to->level[to->levels++] = copy_text(from->level[k]);
    }
    free(count);
}

static char *level_feature(const char *column, const char *level)
{
    size_t size = strlen(column) + strlen(level) + 2;
    char *name = allocate(size, 1);
    snprintf(name, size, "%s=%s", column, level);
    return name;
}

// The level that a training row counts for; NULL: the one of missing values.
static const char *row_level(const EncodedColumn *to, const Column *from, int row)
{
    if (from->category[row] >= 0) return from->level[from->category[row]];
    return to->missing_level ? NULL : to->level[to->usual];
}

// A feature that is 1 in a share p of the training rows has the mean p and the deviation
// sqrt(p (1 - p)).
static void fit_scale(Encoder *e, const EncodedColumn *to, const Column *from, int rows)
{
    int dropped = e->options.drop_first;
    for (int f = 0; f < to->width; f++) {
        bool of_missing = to->missing_level && f == to->width - 1;
        const char *level = of_missing ? NULL : to->level[f + dropped];
        int ones = 0;
        for (int i = 0; i < rows; i++) {
            const char *has = row_level(to, from, i);
            ones += has == NULL ? of_missing : level && strcmp(has, level) == 0;
        }
        double share = (double)ones / rows;
        e->numbers.mean[to->first + f] = as_saved(share);
        e->numbers.deviation[to->first + f] = as_saved(sqrt(share * (1 - share)));
    }
}

static bool fit_category(Encoder *e, EncodedColumn *to, const Column *from, const Csv *csv,
                         Error *error)
{
    fit_levels(to, from, csv->rows);
    if (to->levels == 0)
        return fail(error, "%s: column %.60s has no value in the training rows", csv->path,
                    from->name);
    to->missing_level = e->options.missing == MISSING_IS_LEVEL && from->missing > 0;
    int dropped = e->options.drop_first;
    to->width = to->levels + to->missing_level - dropped;
    for (int f = 0; f < to->width; f++) {
        bool last = to->missing_level && f == to->width - 1;
        e->feature[to->first + f] =
            level_feature(from->name, last ? "(missing)" : to->level[f + dropped]);
        e->numbers.deviation[to->first + f] = 1;
    }
    if (e->options.scale_levels) fit_scale(e, to, from, csv->rows);
    return true;
}

// No more features than numbers and levels, and a missing level each.
static bool make_room(Encoder *e, const Csv *train, const char *const *names, int count,
                      Error *error)
{
    size_t features = 0;
    for (int k = 0; k < count; k++) {
        int j = csv_column(train, names[k], error);
        if (j < 0) return false;
        features += (size_t)train->column[j].levels + 1;
    }
    if (features > INT_MAX / 2)
        return fail(error, "%s: %zu features are too many", train->path, features);
    e->column = allocate((size_t)count, sizeof *e->column);
    e->feature = allocate(features, sizeof *e->feature);
    e->numbers.mean = allocate(features, sizeof *e->numbers.mean);
    e->numbers.deviation = allocate(features, sizeof *e->numbers.deviation);
    return true;
}

// A number called zip=1 beside a category zip with a level 1 would share the place in which its
// mean is saved.
static bool names_differ(const Encoder *e, const Csv *train, Error *error)
{
    for (int f = 0; f < e->features; f++)
        for (int g = 0; g < f; g++)
            if (strcmp(e->feature[f], e->feature[g]) == 0)
                return fail(error, "%s: two features are called %.60s; rename a column or a level",
                            train->path, e->feature[f]);
    return true;
}

bool encoder_fit(Encoder *out, const Csv *train, const char *const *names, int count,
                 EncoderOptions options, Error *error)
{
    *out = (Encoder){.options = options};
    bool good = make_room(out, train, names, count, error);
    for (int k = 0; k < count && good; k++) {
        const Column *from = &train->column[csv_column(train, names[k], error)];
        EncodedColumn *to = &out->column[out->columns++];
        *to = (EncodedColumn){
            .name = copy_text(from->name), .kind = from->kind, .first = out->features};
        good = (from->kind == NUMBER ? fit_number : fit_category)(out, to, from, train, error);
        out->features += to->width;
    }
    out->numbers.count = out->features;
    good = good && names_differ(out, train, error);
    if (!good) encoder_free(out);
    return good;
}

void encoder_free(Encoder *e)
{
    for (int k = 0; k < e->columns; k++) {
        for (int l = 0; l < e->column[k].levels; l++) free(e->column[k].level[l]);
        free(e->column[k].level);
        free(e->column[k].name);
    }
    for (int f = 0; f < e->features; f++) free(e->feature[f]);
    free(e->column);
    free(e->feature);
    standardiser_free(&e->numbers);
    *e = (Encoder){0};
}

/* ---- Any rows -------------------------------------------------------------------------------- */

// One column of a table on its way into features.
typedef struct Passage {
    const Encoder *encoder;
    const EncodedColumn *to;
    const Column *from;
    const Csv *csv;
    Error *error;
} Passage;

static bool refuse(const Passage *p, int row, const char *what)
{
    return fail(p->error, "%s: line %d, column %.60s: %s", p->csv->path, p->csv->line[row],
                p->to->name, what);
}

static bool may_miss(const Passage *p, int row)
{
    return p->encoder->options.missing != MISSING_REFUSED || refuse(p, row, "the value is missing");
}

static bool put_numbers(Real *out, const Passage *p)
{
    const Encoder *e = p->encoder;
    double mean = e->numbers.mean[p->to->first], deviation = e->numbers.deviation[p->to->first];
    for (int i = 0; i < p->csv->rows; i++, out += e->features) {
        double value = p->from->kind == NUMBER ? p->from->number[i] : NAN;
        if (isnan(value) && !may_miss(p, i)) return false;
        if (isnan(value)) value = mean;
        if (e->options.scale) value = deviation > 0 ? (value - mean) / deviation : 0;
        *out = (Real)value;
    }
    return true;
}

KnownLevels known_levels(const EncodedColumn *c)
{
    KnownLevels known = {""};
    for (int k = 0; k < c->levels; k++) {
        size_t used = strlen(known.text);
        Shown level = text_shown(c->level[k]);
        if (used + strlen(level.text) + 8 > sizeof known.text) {
            strcat(known.text, ", …");
            break;
        }
        snprintf(known.text + used, sizeof known.text - used, "%s%s", k ? ", " : "", level.text);
    }
    return known;
}

static bool refuse_level(const Passage *p, int row, const char *level)
{
    char what[300];
    snprintf(what, sizeof what, "no training row has %s; they have %s", text_shown(level).text,
             known_levels(p->to).text);
    return refuse(p, row, what);
}

// The feature that is 1 for this row, or -1 for none.
static bool find_feature(int *out, const Passage *p, int row)
{
    int category = p->from->kind == CATEGORY ? p->from->category[row] : -1;
    int dropped = p->encoder->options.drop_first;
    if (category < 0) {
        *out = p->to->missing_level ? p->to->width - 1 : p->to->usual - dropped;
        return may_miss(p, row);
    }
    int level = level_number(p->to->level, p->to->levels, p->from->level[category]);
    *out = level < 0 ? -1 : level - dropped;
    return level >= 0 || p->encoder->options.unseen_is_zero ||
           refuse_level(p, row, p->from->level[category]);
}

static bool put_levels(Real *out, const Passage *p)
{
    const Standardiser *s = &p->encoder->numbers;
    for (int i = 0; i < p->csv->rows; i++, out += p->encoder->features) {
        int feature;
        if (!find_feature(&feature, p, i)) return false;
        for (int f = 0; f < p->to->width; f++) {
            double mean = s->mean[p->to->first + f], deviation = s->deviation[p->to->first + f];
            out[f] = deviation > 0 ? (Real)(((f == feature) - mean) / deviation) : 0;
        }
    }
    return true;
}

// A column without a value may be of either kind.
static bool same_kind(const Passage *p)
{
    if (p->from->kind == p->to->kind || p->from->missing == p->csv->rows) return true;
    if (p->to->kind == CATEGORY) {
        return fail(p->error,
                    "%s: column %.60s holds numbers, and names in the training rows: read it with "
                    "\"category=%.60s\"",
                    p->csv->path, p->to->name, p->to->name);
    }
    int row = 0;
    while (p->from->category[row] < 0) row++;
    char what[100];
    snprintf(what, sizeof what, "%s is no number, as it is in the training rows",
             text_shown(p->from->level[p->from->category[row]]).text);
    return refuse(p, row, what);
}

bool encoder_apply(Tensor *out, const Encoder *e, const Csv *csv, Error *error)
{
    *out = (Tensor){0};
    if (e->features > 0 && csv->rows > INT_MAX / e->features)
        return fail(error, "%s: %d rows of %d features are too many", csv->path, csv->rows,
                    e->features);
    Tensor t = tensor_new(CPU, REAL, shape(csv->rows, e->features));
    bool good = true;
    for (int k = 0; k < e->columns && good; k++) {
        int j = csv_column(csv, e->column[k].name, error);
        if (!(good = j >= 0)) break;
        Passage p = {e, &e->column[k], &csv->column[j], csv, error};
        good = same_kind(&p) &&
               (p.to->kind == NUMBER ? put_numbers : put_levels)(reals(&t) + p.to->first, &p);
    }
    if (good)
        *out = t;
    else
        tensor_free(&t);
    return good;
}
