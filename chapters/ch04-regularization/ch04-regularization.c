/* Chapter 4: why does a good fit predict badly?
 *
 * Run        make ch04-regularization && ./ch04-regularization
 *            then  --part gradient --degree 15 --lambda 0.01
 *            or    --points 100, --noise 0.1: other readings
 * Leaves     in build/results/ch04-regularization: metrics.tsv, all numbers
 *            that it found; training.tsv, the loss; the table of each
 *            experiment, a .tsv of its name, some with a second word behind a
 *            hyphen; network.safetensors, the polynomial
 * New here   the pull of L2: the loops stand in plain.c; dropout and the
 *            like, as a network's parts: digits.c
 * Met before the line, its gradient, the normal equation (chapter 2)
 */
#include "lesson.h"

#include <math.h>

/* ---- The command line ---------------------------------------------------*/

static int degree = 15, points = 20;
static double lambda = 0.001, noise = 0.3;

static const Option options[] = {
    {"--degree", "N", "of the polynomial that is trained, 1 to 15", WHOLE,
     &degree, true},
    {"--lambda", "X", "how strongly its weights are pulled to 0", DECIMAL,
     &lambda, true},
    {"--points", "N", "readings that it learns from", WHOLE, &points, true},
    {"--noise", "X", "deviation of a reading's error, in metres", DECIMAL,
     &noise, true},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"fits", "three curves", CORE, UNTRAINED, show_fits},
    {"degrees", "the error by degree", CORE, UNTRAINED, show_degrees},
    {"penalty", "weights, pulled", CORE, UNTRAINED, show_penalty},
    {"gradient", "the same by steps", CORE, TRAINED, show_gradient},
    {"stopping", "stop in time", CORE, UNTRAINED, show_stopping},
    {"data", "more readings", CORE, UNTRAINED, show_data},
    {"boundary", "twenty units", CORE, UNTRAINED, show_boundary},
    {"changes", "what each cure does", CORE, UNTRAINED, show_changes},
    {"techniques", "the cures, measured", CORE, UNTRAINED, show_techniques},
    {"variance", "two hundred days", FURTHER, UNTRAINED, show_variance},
    {"ames", "73 inputs, 20 splits", FURTHER, UNTRAINED, show_ames},
    {"corners", "why zeros", FURTHER, UNTRAINED, show_corners},
    {"paths", "weights against pull", FURTHER, UNTRAINED, show_paths},
    {"folds", "each row judges once", FURTHER, UNTRAINED, show_folds},
    {"search", "grid against chance", FURTHER, UNTRAINED, show_search},
    {"double-descent", "down once more", FURTHER, UNTRAINED,
     show_double_descent},
    {0},
};

static const Defaults defaults = {
    .about = "a curve that fits too well, and what helps",
    .epochs = 10000,   // an epoch is one step over all readings
    .batch = 64,
    .learning_rate = 0.3,
    .options = options,
    .experiments = experiments,
};

static void check_options(App *app)
{
    if (degree < 1 || degree > HIGHEST)
        app_fail(app, 2, "--degree %d: 1 to %d are possible", degree,
                 HIGHEST);
    if (points <= HIGHEST)
        app_fail(app, 2,
                 "--points %d: a polynomial of degree %d goes through any %d "
                 "readings, so at least %d are needed",
                 points, HIGHEST, HIGHEST + 1, HIGHEST + 1);
    if (points > 100000) app_fail(app, 2, "--points %d: too many", points);
    if (!(lambda >= 0 && isfinite(lambda)))
        app_fail(app, 2, "--lambda %g: 0 or more is possible", lambda);
    if (!(noise >= 0 && noise <= 1000))
        app_fail(app, 2, "--noise %g: 0 to 1000 metres are possible", noise);
}

/* ---- The readings and the polynomial ------------------------------------*/

// The polynomial's numbers lie among Params, so that they are saved and
// resumed.
static Line line_in(Params *params, int features)
{
    int w = params_add(params, (Param){.name = "curve.weight",
                                       .shape = shape(features, 1),
                                       .initialiser = ZERO});
    int b = params_add(params, (Param){.name = "curve.bias",
                                       .shape = shape(1),
                                       .initialiser = ZERO});
    params_ready(params);
    Tensor weight = param_value(params, w), bias = param_value(params, b);
    return (Line){features, reals(&weight), reals(&bias)};
}

static Lesson lesson_new(App *app)
{
    Lesson lesson = {.swell = {.seed = app->seed, .noise = noise},
                     .points = points,
                     .degree = degree,
                     .lambda = lambda,
                     .params = params_new(app->seed, CPU)};
    Day day = day_new(&lesson, 0, points, degree);
    lesson.train = day.train;
    lesson.validation = day.validation;
    lesson.test = day.test;
    lesson.line = line_in(lesson.params, degree);
    return lesson;
}

static void lesson_free(Lesson *lesson)
{
    dataset_free(&lesson->train);
    dataset_free(&lesson->validation);
    dataset_free(&lesson->test);
    params_free(lesson->params);
}

/* ---- Training -----------------------------------------------------------*/

static void train(App *app, Lesson *lesson)
{
    Line *line = &lesson->line, gradient = line_new(line->features);
    float pull = (float)lesson->lambda;
    app_train(app, lesson->params, NULL, &lesson->train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            Samples some = {b.size, reals(&b.inputs), reals(&b.targets)};
            float loss = gradient_plain(&gradient, line, some, pull);
            descend(line, &gradient, (float)app->lr);
            app_step(app, b, loss);
        }
        double off = miss(line, samples_in(&lesson->test));
        app_epoch_measure(app, "test_rmse", off, "m");
    }
    //@ end training-loop
    line_free(&gradient);
}

int main(int argc, char **argv)
{
    App app = app_begin("ch04-regularization", argc, argv, defaults);
    check_options(&app);
    Lesson lesson = lesson_new(&app);
    bool trained = app_load(&app, lesson.params, false);
    if (!trained && app_needs_training(&app)) train(&app, &lesson);
    app_experiments(&app, &lesson);
    lesson_free(&lesson);
    return app_end(&app);
}
