// What can go wrong: a small network that learns, and four that differ from
// it by one mistake each.
#include "small.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Failure {
    const char *name;
    double rate;
    Small network;
    bool equal;   // all weights of a layer begin as the same number
} Failure;

static const Failure failures[] = {
    {"none", .rate = 3e-3},
    {"bytes", .rate = 3e-3, .network.bytes = true},
    {"equal", .rate = 3e-3, .equal = true},
    {"straight", .rate = 3e-3, .network.straight = true},
    {"rate", .rate = 0.3},
};
enum { FAILURES = sizeof failures / sizeof *failures };

// All weights of a layer become one over the number that a sum has: tidy.
static void make_equal(Params *params)
{
    for (int i = 0; i < params->length; i++) {
        Shape s = params->list[i].shape;
        if (s.rank < 2) continue;   // biases begin at 0
        Tensor w = tensor_new(CPU, REAL, s);
        size_t count = shape_count(s), sums = (size_t)s.dim[s.rank - 1];
        for (size_t k = 0; k < count; k++)
            reals(&w)[k] = (Real)sums / (Real)count;
        params_write(params, params->list[i].name, &w);
        tensor_free(&w);
    }
}

static double highest(const Losses *losses)
{
    Real most = 0;
    for (int k = 0; k < losses->steps; k++)
        if (losses->of[k] > most) most = losses->of[k];
    return (double)most;
}

// How many of a layer's units answer 0 to every one of these digits.
static int silent(Node *hidden, Node *image, const Dataset *set)
{
    int units = (int)shape_count(node_shape(hidden)), quiet = 0;
    bool *heard = allocate((size_t)units, sizeof *heard);
    memset(heard, 0, (size_t)units * sizeof *heard);
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(image, set, first);
        const Real *h = reals(predict(hidden));
        for (int k = 0; k < n * units; k++)
            if (h[k] != 0) heard[k % units] = true;
    }
    for (int k = 0; k < units; k++)
        if (!heard[k]) quiet++;
    free(heard);
    return quiet;
}

// How far the first layer's filters are from the first of them, at most.
static double spread(Params *params)
{
    const Tensor *w = params_read(params, "conv1.weight");
    size_t filters = (size_t)w->shape.dim[3];
    double most = 0;
    for (size_t k = 0; k < tensor_count(w); k++) {
        Real first = reals(w)[k - k % filters];
        most = fmax(most, fabs((double)(reals(w)[k] - first)));
    }
    return most;
}

static void note(App *app, const Failure *f, const char *what, double value,
                 const char *unit)
{
    app_metric_of(app, value, unit, "failure_%s%s", f->name, what);
}

// The accuracy after one pass over the digits.
static double learn_with(App *app, FILE *table, const Failure *f,
                         Lesson *lesson)
{
    Dataset few = dataset_first(&lesson->train, DIGITS);
    Dataset test = dataset_first(&lesson->test, JUDGED);
    Learner l = small_new(app, f->network);
    if (f->equal) make_equal(l.params);
    Losses losses;
    learner_train(&l, app, &few,
                  (Course){1, .rate = (Real)f->rate, .losses = &losses});
    write_losses(table, f->name, &losses);
    double right = accuracy(l.input, l.output, &test);
    note(app, f, "_first_loss", (double)losses.of[0], "");
    note(app, f, "_highest_loss", highest(&losses), "");
    note(app, f, "_silent", silent(node_before(l.output, 0), l.input, &test),
         "of 128 units");
    note(app, f, "_apart", spread(l.params), "between two filters");
    note(app, f, "", right, "fraction");
    free(losses.of);
    learner_free(&l);
    return right;
}

void show_failures(App *app, Lesson *lesson)
{
    FILE *table = app_table(app, "failures", "failure\tstep\tloss");
    double right[FAILURES];
    for (int k = 0; k < FAILURES; k++)
        right[k] = learn_with(app, table, &failures[k], lesson);
    app_say(app, "failures: %.1f%% as it should be; %.1f%% with pixels up to "
                 "255, %.1f%% with equal weights, %.1f%% without a bend, "
                 "%.1f%% with steps too long  [fig:ch07-failures]",
            100 * right[0], 100 * right[1], 100 * right[2], 100 * right[3],
            100 * right[4]);
}
