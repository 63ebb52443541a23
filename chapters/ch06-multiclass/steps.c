// Momentum and Adam: their numbers on a slope that never changes, their
// paths through a valley, and the loops' twins in the library.
#include "lesson.h"
#include "rounds.h"
#include "valley.h"

#include <math.h>

enum { SHOWN = 60 };

// The gradient is always 1, the learning rate 1: how long is each step?
static void write_constant(App *app)
{
    FILE *table = app_table(
        app, "steps", "step\tsgd\tmomentum\tadam\tuncorrected");
    float place = 0, m = 0, w = 0, a = 0, b = 0;
    const float g = 1;
    for (int t = 1; t <= SHOWN; t++) {
        float before = place, from = w;
        momentum_plain(&place, &m, &g, 1, 1, 0.9f);
        adam_plain(&w, &a, &b, &g, 1, t, 1, 0.9f, 0.999f, 1e-8f);
        double bare = (double)a / (sqrt((double)b) + 1e-8);
        fprintf(table, "%d\t1\t%.5f\t%.5f\t%.5f\n", t,
                (double)(before - place), (double)(from - w), bare);
        if (t == 1) app_metric(app, "steps_uncorrected_1", bare, "");
        if (t == 1) app_metric(app, "steps_adam_1", (double)(from - w), "");
    }
    app_metric(app, "steps_momentum_60", (double)m, "");
}

// Fifty steps of twenty numbers, in loops and by the library.
static double far_from_library(Rule rule)
{
    enum { NUMBERS = 20, TIMES = 50 };
    float w[NUMBERS] = {0}, m[NUMBERS] = {0}, v[NUMBERS] = {0};
    Params *params = params_new(1, CPU);
    int at = params_add(params, (Param){.name = "w",
                                        .shape = shape(NUMBERS),
                                        .initialiser = ZERO});
    params_ready(params);
    Tensor value = param_value(params, at);
    Tensor slope = param_gradient(params, at);
    Optimizer optimizer = optimizers[rule](params);
    Stream stream = {.seed = 1, .purpose = FOR_LESSON};
    for (int t = 1; t <= TIMES; t++) {
        float g[NUMBERS];
        for (int i = 0; i < NUMBERS; i++)
            g[i] = reals(&slope)[i] = (float)random_normal(
                stream, (uint64_t)(t * NUMBERS + i));
        if (rule == MOMENTUM)
            momentum_plain(w, m, g, NUMBERS, 0.01f, 0.9f);
        else
            adam_plain(w, m, v, g, NUMBERS, t, 0.01f, 0.9f, 0.999f, 1e-8f);
        optimizer_step(&optimizer, (Real)0.01);
    }
    double far = apart(w, reals(&value), NUMBERS);
    optimizer_free(&optimizer);
    params_free(params);
    return far;
}

static Walk walked(App *app, FILE *table, Rule rule)
{
    Walk walk = valley_best(rule, ALONG_THE_AXIS);
    for (int step = 0; step <= SHOWN; step++)
        fprintf(table, "%s\t%d\t%.5f\t%.5f\t%.6g\n", rule_name(rule), step,
                (double)walk.a[step], (double)walk.b[step],
                (double)walk.loss[step]);
    app_metric_of(app, walk.steps, "steps", "steps_valley_%s",
                  rule_name(rule));
    app_metric_of(app, walk.rate, "", "steps_valley_%s_rate",
                  rule_name(rule));
    return walk;
}

void show_steps(App *app, Lesson *lesson)
{
    (void)lesson;
    write_constant(app);
    FILE *table = app_table(app, "steps-valley", "rule\tstep\ta\tb\tloss");
    Walk sgd = walked(app, table, SGD);
    Walk momentum = walked(app, table, MOMENTUM);
    Walk adam = walked(app, table, ADAM);
    app_metric(app, "steps_valley_adam_turned",
               valley_best(ADAM, TURNED).steps, "steps");
    app_metric(app, "steps_momentum_apart", far_from_library(MOMENTUM),
               "of the largest");
    app_metric(app, "steps_adam_apart", far_from_library(ADAM),
               "of the largest");
    app_say(app,
            "steps: through the valley in %d steps of plain descent, %d "
            "with momentum, %d of Adam  [fig:ch06-valley]",
            sgd.steps, momentum.steps, adam.steps);
}
