/* standardise.c: mean 0 and deviation 1. */
#include "standardise.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// In two passes: squares of differences from the mean lose no digits where the mean is large.
Moments moments_of(const double *x, int count)
{
    Moments m = {0};
    double sum = 0, squares = 0, least = INFINITY, most = -INFINITY;
    for (int i = 0; i < count; i++) {
        if (isnan(x[i])) continue;
        sum += x[i];
        least = fmin(least, x[i]);
        most = fmax(most, x[i]);
        m.count++;
    }
    if (m.count == 0) return m;
    // The mean of equal numbers is that number, whatever rounding makes of their sum.
    m.mean = least == most ? least : sum / m.count;
    for (int i = 0; i < count; i++)
        if (!isnan(x[i])) squares += (x[i] - m.mean) * (x[i] - m.mean);
    m.deviation = sqrt(squares / m.count);
    return m;
}

static int columns_of(const Tensor *x) { return (int)shape_count(shape_sample(x->shape)); }

TwoReals two_reals(double x)
{
    TwoReals p = {(Real)x, 0};
    p.rest = (Real)(x - (double)p.most);
    return p;
}

double two_reals_sum(TwoReals p) { return (double)p.most + (double)p.rest; }

double as_saved(double x) { return two_reals_sum(two_reals(x)); }

Standardiser standardiser_fit(const Tensor *x)
{
    int rows = x->shape.dim[0], count = columns_of(x);
    CHECK(rows > 0, "the mean of no rows: %s", shape_text(x->shape).text);
    Standardiser s = {count, allocate((size_t)count, sizeof(double)),
                      allocate((size_t)count, sizeof(double))};
    double *column = allocate((size_t)rows, sizeof *column);
    for (int d = 0; d < count; d++) {
        for (int n = 0; n < rows; n++) column[n] = reals(x)[(size_t)n * (size_t)count + (size_t)d];
        Moments m = moments_of(column, rows);
        s.mean[d] = as_saved(m.mean);
        s.deviation[d] = as_saved(m.deviation);
    }
    free(column);
    return s;
}

void standardiser_free(Standardiser *s)
{
    free(s->mean);
    free(s->deviation);
    *s = (Standardiser){0};
}

static void check_columns(const Tensor *x, const Standardiser *s)
{
    CHECK(columns_of(x) == s->count, "%s has %d columns, and %d were learned from",
          shape_text(x->shape).text, columns_of(x), s->count);
}

void standardise(Tensor *x, const Standardiser *s)
{
    check_columns(x, s);
    size_t count = tensor_count(x);
    for (size_t i = 0; i < count; i++) {
        double mean = s->mean[i % (size_t)s->count], deviation = s->deviation[i % (size_t)s->count];
        reals(x)[i] = deviation > 0 ? (Real)((reals(x)[i] - mean) / deviation) : 0;
    }
}

void standardise_back(Tensor *x, const Standardiser *s)
{
    check_columns(x, s);
    size_t count = tensor_count(x);
    for (size_t i = 0; i < count; i++) {
        double mean = s->mean[i % (size_t)s->count], deviation = s->deviation[i % (size_t)s->count];
        reals(x)[i] = (Real)(reals(x)[i] * deviation + mean);
    }
}

void statistic_keep(Params *params, const char *name, const Real *values, int count)
{
    Param description = {.shape = shape(count), .initialiser = ZERO, .is_statistic = true};
    CHECK(strlen(name) < sizeof description.name, "a name of %zu bytes: %s", strlen(name), name);
    strcpy(description.name, name);
    int number = params_add(params, description);
    params_ready(params);
    Tensor to = param_value(params, number),
           from = tensor_view(CPU, REAL, shape(count), (Real *)values);
    tensor_copy(&to, &from);
}

void statistic_recall(Real *values, int count, const Params *params, const char *name)
{
    const Param *param = params_find(params, name);
    CHECK(param && param->count == (size_t)count, "these parameters keep no %s of %d numbers", name,
          count);
    Tensor from = param_value(params, (int)(param - params->list));
    Tensor to = tensor_view(CPU, REAL, shape(count), values);
    tensor_copy(&to, &from);
}

typedef struct Name {
    char text[MAX_NAME];
} Name;

static Name part_name(const char *name, const char *part)
{
    Name n;
    int length = snprintf(n.text, sizeof n.text, "%s.%s", name, part);
    CHECK(length < MAX_NAME, "%s.%s is too long a name", name, part);
    return n;
}

// The pairs of `count` numbers, side by side, under one name.
static void keep_pairs(Params *params, Name name, const double *x, int count)
{
    TwoReals *pairs = allocate((size_t)count, sizeof *pairs);
    for (int i = 0; i < count; i++) pairs[i] = two_reals(x[i]);
    statistic_keep(params, name.text, (const Real *)pairs, 2 * count);
    free(pairs);
}

static void recall_pairs(double *x, int count, const Params *params, Name name)
{
    TwoReals *pairs = allocate((size_t)count, sizeof *pairs);
    statistic_recall((Real *)pairs, 2 * count, params, name.text);
    for (int i = 0; i < count; i++) x[i] = two_reals_sum(pairs[i]);
    free(pairs);
}

void standardiser_keep(const Standardiser *s, Params *params, const char *name)
{
    keep_pairs(params, part_name(name, "mean"), s->mean, s->count);
    keep_pairs(params, part_name(name, "deviation"), s->deviation, s->count);
}

void standardiser_recall(Standardiser *s, const Params *params, const char *name)
{
    recall_pairs(s->mean, s->count, params, part_name(name, "mean"));
    recall_pairs(s->deviation, s->count, params, part_name(name, "deviation"));
}
