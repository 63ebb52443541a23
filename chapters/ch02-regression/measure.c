// How far prices are from what was said of them, on houses that were held
// out; and the line that no other is better than on the training houses.
#include "linear_algebra.h"
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

double mean_of_targets(const Dataset *set)
{
    double sum = 0;
    for (int n = 0; n < set->count; n++)
        sum += (double)reals(&set->targets)[n];
    return sum / set->count;
}

static void add_miss(Miss *sum, double error)
{
    sum->rms += error * error;
    sum->mean += fabs(error);
}

static Miss over(Miss sum, int count)
{
    return (Miss){sqrt(sum.rms / count), sum.mean / count};
}

Miss miss_of_line(const Line *line, const Dataset *set)
{
    Miss sum = {0};
    Houses h = houses_of(set);
    for (int n = 0; n < h.count; n++) {
        double price = line_price(line, h.x + n * line->features);
        add_miss(&sum, price - (double)h.t[n]);
    }
    return over(sum, set->count);
}

Miss miss_of_constant(double price, const Dataset *set)
{
    Miss sum = {0};
    for (int n = 0; n < set->count; n++)
        add_miss(&sum, price - (double)reals(&set->targets)[n]);
    return over(sum, set->count);
}

bool fit_exactly(Line *line, const Dataset *set, int *column)
{
    int columns = line->features + 1;
    double *w = allocate((size_t)columns, sizeof *w);
    Tensor x = with_ones(&set->inputs);
    bool good = least_squares(w, &x, &set->targets, NULL, column);
    for (int d = 0; d < line->features && good; d++) line->w[d] = (float)w[d];
    if (good) *line->b = (float)w[columns - 1];
    tensor_free(&x);
    free(w);
    return good;
}

Dataset with_column(const Dataset *set, Rows rows, const double *values)
{
    Dataset wider = *set;
    int last = set->inputs.shape.dim[1];
    wider.inputs = with_ones(&set->inputs);
    for (int n = 0; n < set->count; n++)
        reals(&wider.inputs)[n * (last + 1) + last] =
            (Real)values[rows.row[n]];
    return wider;
}

// By repeated multiplication: the direction in which a matrix stretches most
// takes over.
double steepest(const Dataset *set)
{
    int n = set->inputs.shape.dim[1] + 1;
    size_t size = (size_t)n;
    double *a = allocate(size * size, sizeof *a);
    double *v = allocate(2 * size, sizeof *v), *av = v + n, length = 0;
    Tensor x = with_ones(&set->inputs);
    gram(a, &x);
    for (int i = 0; i < n; i++) v[i] = 1 + i % 3;
    for (int round = 0; round < 200; round++) {
        length = 0;
        for (int i = 0; i < n; i++) {
            av[i] = 0;
            for (int j = 0; j < n; j++) av[i] += a[i * n + j] * v[j];
            length += av[i] * av[i];
        }
        length = sqrt(length);
        for (int i = 0; i < n; i++) v[i] = av[i] / length;
    }
    tensor_free(&x);
    free(a);
    free(v);
    return 2 * length / set->count;
}

const char *money(const Lesson *lesson, double price)
{
    static char texts[8][32];
    static int next;
    char *text = texts[next++ % 8];
    double value = lesson->size * price;
    if (fabs(value) < 1000 || !(fabs(value) < 1e15)) {
        snprintf(text, sizeof texts[0], "%.4g", value);
        return text;
    }
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%.0f", fabs(value));
    char *to = text;
    if (value < 0) *to++ = '-';
    for (int k = 0; k < count; k++) {
        if (k > 0 && (count - k) % 3 == 0) *to++ = ',';
        *to++ = digits[k];
    }
    *to = '\0';
    return text;
}

void price_metric(App *app, const Lesson *lesson, const char *name,
                  double price)
{
    app_metric(app, name, lesson->size * price, lesson->unit);
}
