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

// How alike neighbours in a filter are: the correlation of each weight with
// the one to its right and the one below. Noise has 0, a smooth pattern 1.
static double smoothness(const Tensor *w)
{
    const int *d = w->shape.dim;
    double product = 0, square = 0;
    int pairs = 0, count = d[0] * d[1] * d[3];
    for (int u = 0; u < d[0]; u++)
        for (int v = 0; v < d[1]; v++)
            for (int f = 0; f < d[3]; f++) {
                double here = (double)reals(w)[(u * d[1] + v) * d[3] + f];
                square += here * here;
                if (v + 1 < d[1])
                    product += here * (double)reals(
                                          w)[(u * d[1] + v + 1) * d[3] + f],
                        pairs++;
                if (u + 1 < d[0])
                    product += here * (double)reals(
                                          w)[((u + 1) * d[1] + v) * d[3] + f],
                        pairs++;
            }
    return product / pairs / (square / count);
}

void show_filters(App *app, Lesson *lesson)
{
    Network untrained = network(app);   // same seed, same first weights
    params_ready(untrained.params);
    Tensor before = param_value(untrained.params, 0),
           after = param_value(lesson->net->params, 0);
    FILE *table =
        app_table(app, "filters", "when\tfilter\trow\tcolumn\tweight");
    write_filters(table, "before", &before);
    write_filters(table, "after", &after);
    app_metric(app, "filter_smoothness_before", smoothness(&before),
               "correlation");
    app_metric(app, "filter_smoothness_after", smoothness(&after),
               "correlation");
    app_say(app, "filters: neighbours correlate by %+.2f before training, "
                 "%+.2f after  [fig:ch07-filters]",
            smoothness(&before), smoothness(&after));
    network_free(&untrained);
}
