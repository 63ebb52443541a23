// Four limits of neural networks and three remedies, as lecture slides list
// them: what each remedy does to each limit, measured here.
#include "lesson.h"

#include <math.h>

enum { SEEDS = 10, EPOCHS = 300, WIDE = 64 };

/* ---- Overfitting and dropout --------------------------------------------*/

typedef struct Mean {
    double mean, error;   // with its standard error
} Mean;

static Mean mean_of(const double *x, int count)
{
    Mean m = {0};
    double squares = 0;
    for (int k = 0; k < count; k++) m.mean += x[k] / count;
    for (int k = 0; k < count; k++)
        squares += (x[k] - m.mean) * (x[k] - m.mean);
    m.error = sqrt(squares / (count - 1) / count);
    return m;
}

// Two wide layers on few noisy points, with dropout or without.
static Learner wide_learner(const App *app, uint64_t seed, Real rate)
{
    Learner l = learner_new(app, seed);
    l.input = input(l.graph, REAL, shape(2));
    l.target = input(l.graph, REAL, shape(1));
    Node *h = l.input;
    for (int layer = 0; layer < 2; layer++) {
        h = relu(linear(h, WIDE));
        if (rate > 0) h = dropout(h, rate);
    }
    l.output = linear(h, 1, .initialiser = XAVIER);
    l.loss = binary_cross_entropy(l.output, l.target);
    params_ready(l.params);
    return l;
}

static double learn_wide(App *app, uint64_t seed, Real rate)
{
    Design d = design_usual;
    d.kind = XOR;
    d.noise = 0.5;
    Pair pair = pair_new(&d, seed);
    Learner l = wide_learner(app, seed, rate);
    learner_train(&l, app, &pair.train,
                  (Course){.epochs = EPOCHS, .rate = (Real)0.003});
    double test = share_right(l.input, l.output, &pair.test);
    learner_free(&l);
    pair_free(&pair);
    return test;
}

static Mean measure_dropout(App *app)
{
    double without = 0, gain[SEEDS];
    for (int k = 0; k < SEEDS; k++) {
        uint64_t seed = app->seed + (uint64_t)k;
        double plain = learn_wide(app, seed, 0);
        gain[k] = learn_wide(app, seed, (Real)0.5) - plain;
        without += plain / SEEDS;
    }
    Mean m = mean_of(gain, SEEDS);
    app_metric(app, "limits_without_dropout", without, "fraction");
    app_metric(app, "limits_dropout_gain", m.mean, "fraction");
    app_metric(app, "limits_dropout_error", m.error, "fraction");
    app_metric(app, "limits_dropout_least", m.mean - 2 * m.error, "fraction");
    app_metric(app, "limits_dropout_most", m.mean + 2 * m.error, "fraction");
    return m;
}

/* ---- Many processors need much at once ----------------------------------*/

// Samples a second of one step with so many samples.
static double samples_a_second(App *app, int batch)
{
    Design d = design_usual;
    Params *params = params_new(app->seed, app->device);
    Net net = net_new(&d, params, batch);
    Dataset points = planar_new(d.kind, batch, d.noise, app->seed, 0);
    feed(net.x, &points.inputs);
    feed(net.t, &points.targets);
    int steps = 0;
    double began = seconds_now(), spent = 0;
    for (; spent < 0.05; spent = seconds_now() - began, steps++) {
        forward(net.loss);
        backward(net.loss);
    }
    params_clear_gradients(params);
    graph_free(net.graph);
    params_free(params);
    dataset_free(&points);
    return batch * steps / spent;
}

/* ---- Searching the settings ---------------------------------------------*/

enum { HYPERS = 5, VALUES = 4 };   // five settings with four values each

void show_limits(App *app, Lesson *lesson)
{
    (void)lesson;
    Mean gain = measure_dropout(app);
    double one = samples_a_second(app, 1), many = samples_a_second(app, 1000);
    app_metric(app, "limits_batch_1", one, "1/s");
    app_metric(app, "limits_batch_1000", many, "1/s");
    app_metric(app, "limits_batch_ratio", many / one, "times");
    app_metric(app, "limits_trainings", pow(VALUES, HYPERS), "");
    app_say(app,
            "limits: dropout brings %+.1f%% of new points, give or take "
            "%.1f; %.0f trainings search %d settings  [tab:ch05-limits]",
            100 * gain.mean, 100 * gain.error, pow(VALUES, HYPERS), HYPERS);
}
