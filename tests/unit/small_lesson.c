/* small_lesson.c: a small lesson for the tests of the App, which start their own program as one: with LESSON in
 * the environment it is the lesson, and never reaches the tests. Three weights learn the mean of 100 random
 * triples.
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../common/app.h"

struct Lesson {
    int unused;
};
static bool augment_pictures;
static const char *dataset = "mnist";
static int nan_at, stop_at, terminate_at, wait_at;

static const Option lesson_options[] = {
    {"--augment", "", "move the pictures", FLAG, &augment_pictures, true},
    {"--dataset", "NAME", "mnist or cifar", TEXT, &dataset, true},
    {"--nan-at", "STEP", "lose the loss", WHOLE, &nan_at, false},
    {"--stop-at", "STEP", "press Ctrl-C", WHOLE, &stop_at, false},
    {"--terminate-at", "STEP", "send SIGTERM", WHOLE, &terminate_at, false},
    {"--wait-at", "STEP", "press Ctrl-C and hear nothing, then again", WHOLE, &wait_at, false},
    {0},
};

static void experiment_shift(App *app, struct Lesson *lesson)
{
    (void)lesson;
    app_say(app, "shift ran");
}

static void experiment_noise(App *app, struct Lesson *lesson)
{
    (void)lesson;
    app_say(app, "noise ran");
    if (stop_at < 0) raise(SIGINT);
}

static const Experiment lesson_experiments[] = {
    {"noise", "what noise does", true, false, experiment_noise},
    {"shift", "what moving does", false, true, experiment_shift},
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
    return step == nan_at ? (Real)NAN : loss;
}

static void train(App *app, Params *params, const Dataset *set)
{
    Optimizer adam = adam_new(params);
    FILE *table = app_table(app, "curve", "step\tloss");
    app_train(app, params, &adam, set);
    for (; app->epoch <= app->epochs; app_epoch(app, 0.5)) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            const Real loss = add_gradients(params, b);
            optimizer_step(&adam, one_cycle((Real)app->lr, app->step, app->steps));
            app_step(app, b, events(app, loss));
            fprintf(table, "%d\t%.9g\n", (int)app->step, (double)loss);
        }
    }
    optimizer_free(&adam);
}

static int lesson(int argc, char **argv)
{
    App app = app_begin("lesson", argc, argv,
                        (Defaults){.about = "a test",
                                   .epochs = 3,
                                   .batch = 16,
                                   .learning_rate = 0.03,
                                   .options = lesson_options,
                                   .experiments = lesson_experiments});
    Params *params = params_new(app.seed, CPU);
    params_add(params,
               (Param){.name = "w", .shape = shape(3), .initialiser = ONE, .is_weight = true});
    params_ready(params);
    Dataset set = triples();
    if (!app_load(&app, params, false)) train(&app, params, &set);
    app_metric(&app, "w0", (double)reals(&params->values)[0], "");
    app_experiments(&app, NULL);
    const int status = app_end(&app);
    dataset_free(&set);
    params_free(params);
    return status;
}

__attribute__((constructor)) static void be_the_lesson(int argc, char **argv)
{
    if (getenv("LESSON")) exit(lesson(argc, argv));
}
