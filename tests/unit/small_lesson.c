/* small_lesson.c: a small lesson for the tests of the App, which start their own program as one:
 * with LESSON in the environment it is the lesson, and never reaches the tests. Three weights learn
 * the mean of 100 random triples.
 */
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "../../common/app.h"

struct Lesson {
    int unused;
};
static bool augment_pictures, in_dollars;
static const char *dataset = "mnist", *thing;
static int nan_at, spoil_at, stop_at, terminate_at, wait_at, pause_at, tables;

static const Option lesson_options[] = {
    {"--augment", "", "move the pictures", FLAG, &augment_pictures, true},
    {"--dataset", "NAME", "mnist or cifar", TEXT, &dataset, true},
    {"--nan-at", "STEP", "lose the loss", WHOLE, &nan_at, false},
    {"--spoil-at", "STEP", "lose a weight", WHOLE, &spoil_at, false},
    {"--stop-at", "STEP", "press Ctrl-C", WHOLE, &stop_at, false},
    {"--terminate-at", "STEP", "send SIGTERM", WHOLE, &terminate_at, false},
    {"--wait-at", "STEP", "press Ctrl-C and hear nothing, then again", WHOLE, &wait_at, false},
    {"--pause-at", "STEP", "stop until somebody says SIGCONT", WHOLE, &pause_at, false},
    {"--in-dollars", "", "measure another thing than accuracy", FLAG, &in_dollars, false},
    {"--tables", "N", "leave more tables", WHOLE, &tables, false},
    {"--own-of", "THING", "what the experiment's own network says of it", TEXT, &thing, false},
    {0},
};

static Dataset triples(void)
{
    Dataset set = {.count = 100,
                   .inputs = tensor_new(CPU, REAL, shape(100, 3)),
                   .targets = tensor_new(CPU, I32, shape(100))};
    for (int i = 0; i < 300; i++) reals(&set.inputs)[i] = (Real)sin(i * 0.7);
    return set;
}

static Real add_gradients(Params *params, Batch b)
{
    const Real *w = reals(&params->values), *x = reals(&b.inputs);
    Real loss = augment_pictures ? 1 : 0;
    for (int i = 0; i < 3 * b.size; i++) {
        const Real difference = w[i % 3] - x[i];
        reals(&params->gradients)[i % 3] += 2 * difference / (Real)b.size;
        loss += difference * difference / (Real)b.size;
    }
    return loss;
}

static Real events(const App *app, Real loss)
{
    const int64_t step = app->step + 1;
    if (step == stop_at || step == wait_at) raise(SIGINT);
    if (step == terminate_at) raise(SIGTERM);
    if (step == wait_at) raise(SIGINT);
    if (step == pause_at) raise(SIGSTOP);
    return step == nan_at ? (Real)NAN : loss;
}

static void epoch_over(App *app)
{
    if (in_dollars) app_epoch_measure(app, "test_rmse", 142182, "USD");
    else app_epoch(app, 0.5);
}

static void loop(App *app, Params *params, Optimizer *adam, FILE *table)
{
    for (; app->epoch <= app->epochs; epoch_over(app)) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            const Real loss = add_gradients(params, b);
            optimizer_step(adam, one_cycle((Real)app->lr, app->step, app->steps));
            if (app->step + 1 == spoil_at) reals(&params->values)[1] = (Real)INFINITY;
            app_step(app, b, events(app, loss));
            fprintf(table, "%d\t%.9g\n", (int)app->step, (double)loss);
        }
    }
}

static Params *three_weights(const App *app)
{
    Params *params = params_new(app->seed, CPU);
    params_add(params,
               (Param){.name = "w", .shape = shape(3), .initialiser = ONE, .is_weight = true});
    params_ready(params);
    return params;
}

static void train(App *app, Params *params, const Dataset *set)
{
    Optimizer adam = adam_new(params);
    FILE *table = app_table(app, "curve", "step\tloss");
    app_train(app, params, &adam, set);
    loop(app, params, &adam, table);
    optimizer_free(&adam);
}

static void experiment_shift(App *app, struct Lesson *lesson)
{
    (void)lesson;
    app_say(app, "shift ran");
}

static void experiment_noise(App *app, struct Lesson *lesson)
{
    (void)lesson;
    for (int k = 0; k < tables; k++) {
        char name[24];
        snprintf(name, sizeof name, "table%d", k);
        fprintf(app_table(app, name, "seed"), "%d\n", (int)app->seed);
    }
    app_say(app, "noise ran");
    if (stop_at < 0) raise(SIGINT);
}

// Three weights of its own.
static void experiment_own(App *app, struct Lesson *lesson)
{
    (void)lesson;
    Params *params = three_weights(app);
    Dataset set = triples();
    Optimizer adam = adam_new(params);
    FILE *table = app_table(app, "own", "step\tloss");
    if (!app_load_as(app, "own", params, false)) {
        app_train_as(app, "own", params, &adam, &set);
        loop(app, params, &adam, table);
    }
    if (thing) app_say(app, "own of %s", thing);
    app_metric(app, "own_w0", (double)reals(&params->values)[0], "");
    app_metric(app, "own_epochs", app->epochs, "");
    optimizer_free(&adam);
    dataset_free(&set);
    params_free(params);
}

static const Experiment lesson_experiments[] = {
    {"noise", "what noise does", true, false, experiment_noise},
    {"shift", "what moving does", false, true, experiment_shift},
    {"own", "a training of its own", false, false, experiment_own},
    {0},
};

static const Training lesson_trainings[] = {{"own", .epochs = 2, .asked_by = "--own-of"}, {0}};

static const Defaults defaults = {
    .about = "a test",
    .epochs = 3,
    .batch = 16,
    .learning_rate = 0.03,
    .options = lesson_options,
    .experiments = lesson_experiments,
    .trainings = lesson_trainings,
};

static bool needs_network(const App *app)   // a --part that does not is quick
{
    return !app->part || app_needs_training(app);
}

static int lesson(int argc, char **argv)
{
    App app = app_begin("lesson", argc, argv, defaults);
    if (app.load) app_metric(&app, "seed_at_begin", (double)app.seed, "");
    Params *params = three_weights(&app);
    Dataset set = triples();
    if (needs_network(&app)) {
        if (!app_load(&app, params, false)) train(&app, params, &set);
        app_metric(&app, "w0", (double)reals(&params->values)[0], "");
    }
    app_experiments(&app, NULL);
    const int status = app_end(&app);
    dataset_free(&set);
    params_free(params);
    return status;
}

// A file system without symbolic links, where the environment says so.
int symlinkat(const char *to, int folder, const char *name)
{
    if (!getenv("NO_LINKS")) return (int)syscall(SYS_symlinkat, to, folder, name);
    errno = EPERM;
    return -1;
}

__attribute__((constructor)) static void be_the_lesson(int argc, char **argv)
{
    if (getenv("LESSON")) exit(lesson(argc, argv));
}
