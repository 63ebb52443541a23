// The first layer's filters before training and after.
#include "lesson.h"

#include <math.h>

static void write_filters(FILE *table, const char *when, const Tensor *w)
{
    const int *d = w->shape.dim;   // [KH, KW, 1, F]
    for (int f = 0; f < d[3]; f++)
        for (int u = 0; u < d[0]; u++)
            for (int v = 0; v < d[1]; v++)
                fprintf(table, "%s\t%d\t%d\t%d\t%.6f\n", when, f, u, v,
                        (double)reals(w)[(u * d[1] + v) * d[3] + f]);
}

static double weight_at(const Tensor *w, int u, int v, int f)
{
    const int *d = w->shape.dim;
    return (double)reals(w)[(u * d[1] + v) * d[3] + f];
}

static double mean_weight(const Tensor *w, int f)
{
    const int *d = w->shape.dim;
    double sum = 0;
    for (int u = 0; u < d[0]; u++)
        for (int v = 0; v < d[1]; v++) sum += weight_at(w, u, v, f);
    return sum / (d[0] * d[1]);
}

// How alike neighbouring weights are, apart from their filter's mean: the
// mean product of a weight with the one to its right and the one below, as a
// share of the mean square. Noise has about 0, a smooth pattern nearly 1.
static double smoothness(const Tensor *w)
{
    const int *d = w->shape.dim;
    double product = 0, square = 0;
    for (int f = 0; f < d[3]; f++) {
        double mean = mean_weight(w, f);
        for (int u = 0; u + 1 < d[0]; u++)
            for (int v = 0; v + 1 < d[1]; v++) {
                double here = weight_at(w, u, v, f) - mean;
                product += here * (weight_at(w, u, v + 1, f) - mean) / 2;
                product += here * (weight_at(w, u + 1, v, f) - mean) / 2;
                square += here * here;
            }
    }
    return square > 0 ? product / square : 0;
}

// The cosine between all weights before and all weights after.
static double likeness(const Tensor *before, const Tensor *after)
{
    double product = 0, a = 0, b = 0;
    for (size_t i = 0; i < tensor_count(before); i++) {
        double x = (double)reals(before)[i], y = (double)reals(after)[i];
        product += x * y;
        a += x * x;
        b += y * y;
    }
    return product / sqrt(a * b);
}

static Tensor subtract(const Tensor *after, const Tensor *before)
{
    Tensor d = tensor_new(CPU, REAL, after->shape);
    for (size_t i = 0; i < tensor_count(&d); i++)
        reals(&d)[i] = reals(after)[i] - reals(before)[i];
    return d;
}

void show_filters(App *app, Lesson *lesson)
{
    Network untrained = network(app);   // same seed, same first weights
    const Tensor *before = params_read(untrained.params, "conv1.weight");
    const Tensor *after = params_read(lesson->net->params, "conv1.weight");
    Tensor learned = subtract(after, before);
    FILE *table =
        app_table(app, "filters", "when\tfilter\trow\tcolumn\tweight");
    write_filters(table, "before", before);
    write_filters(table, "after", after);
    write_filters(table, "learned", &learned);
    app_metric(app, "filters_likeness", likeness(before, after), "cosine");
    app_metric(app, "filters_smoothness_before", smoothness(before), "");
    app_metric(app, "filters_smoothness_learned", smoothness(&learned), "");
    app_say(app, "filters: before and after training %.2f alike (1: the "
                 "same); what it added is smooth: pixels and their "
                 "neighbours %.2f alike, in noise %.2f  [fig:ch07-filters]",
            likeness(before, after), smoothness(&learned),
            smoothness(before));
    tensor_free(&learned);
    network_free(&untrained);
}
