/* Chapter 2: how does a machine fit a line, and then a house price?
 *
 * Run        make ch02-regression && ./ch02-regression, then
 *            ./ch02-regression --predict "sqft_living=2000 bedrooms=3"
 *            ./ch02-regression --table my.csv --target price
 * Leaves     in build/results/ch02-regression: metrics.tsv, all numbers that
 *            it found; training.tsv, the loss; the table of each experiment,
 *            a .tsv of its name, some with a second behind a hyphen;
 *            network.safetensors, the line with what its inputs mean
 * New here   all of it: the loops stand in plain.c
 */
#include "lesson.h"
#include "own_table.h"

#include <stdio.h>
#include <string.h>

/* ---- The command line ---------------------------------------------------*/

static const char *question;
static OwnTable own;

static const Option options[] = {
    {"--predict", "HOUSE", "the price of \"sqft_living=2000 bedrooms=3\"",
     TEXT, &question, false},
    {"--table", "CSV", "the lesson on a table of your own", TEXT, &own.table,
     true},
    {"--target", "COLUMN", "which of its columns is to be predicted", TEXT,
     &own.target, true},
    {"--read", "WORDS", "how it is written: \"separator=; decimal=,\"", TEXT,
     &own.read, true},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"houses", "four houses, one line", CORE, UNTRAINED, show_houses},
    {"numerical", "a slope, measured", CORE, UNTRAINED, show_numerical},
    {"rates", "steps short and long", CORE, UNTRAINED, show_rates},
    {"scaling", "a valley made round", CORE, UNTRAINED, show_scaling},
    {"twins", "loops and the library", CORE, UNTRAINED, show_twins},
    {"batches", "all, some, one", CORE, UNTRAINED, show_batches},
    {"errors", "held-out prices", CORE, TRAINED, show_errors},
    {"weights", "the line in words", CORE, TRAINED, show_weights},
    {"leakage", "a leak, planted", CORE, UNTRAINED, show_leakage},
    {"neuron", "no negative price", CORE, TRAINED, show_neuron},
    {"likelihood", "why squares", FURTHER, TRAINED, show_likelihood},
    {"minima", "more than one valley", FURTHER, UNTRAINED, show_minima},
    {"normal", "without steps", FURTHER, UNTRAINED, show_normal},
    {"outlier", "33 bedrooms", FURTHER, UNTRAINED, show_outlier},
    {"polynomial", "powers of the size", FURTHER, UNTRAINED, show_polynomial},
    {"zip", "zip codes, one-hot", FURTHER, UNTRAINED, show_zip},
    {"hidden", "Ng's four inputs", FURTHER, UNTRAINED, show_hidden},
    {0},
};

// Those that ask nothing of a table but that it has numbers.
static const Experiment of_any_table[] = {
    {"scaling", "a valley made round", CORE, UNTRAINED, show_scaling},
    {"twins", "loops and the library", CORE, UNTRAINED, show_twins},
    {"batches", "all, some, one", CORE, UNTRAINED, show_batches},
    {"errors", "held-out prices", CORE, TRAINED, show_errors},
    {"weights", "the line in words", CORE, TRAINED, show_weights},
    {0},
};

static const Training trainings[] = {{.name = "zip"}, {0}};

static const Defaults defaults = {
    .about = "a line learns the prices of houses",
    .epochs = 10,
    .batch = 64,
    .learning_rate = 0.005,
    .options = options,
    .experiments = experiments,
    .trainings = trainings,
    .aside = "--table",
};

/* ---- The data and the line ----------------------------------------------*/

enum { STEPS = 3000 };   // that a line takes to come down, at the usual rate

static TableTask task(const App *app, Zips zips, char *path, size_t size)
{
    TableTask t = {
        .path = own.table,
        .target = own.table ? own.target : "price",
        .encoding = {.scale = true,
                     .scale_levels = true,
                     .drop_first = true,
                     .missing = MISSING_IS_LEVEL},
        .test = 0.2,
        .seed = app->seed,
    };
    if (own.table) return t;
    t.unit = 1000;
    snprintf(path, size, "%s/houses/king-county.csv", app->data);
    t.path = path;
    strcpy(t.csv.category[0], "zipcode");
    if (zips == WITHOUT_ZIPS) t.left_out[0] = "zipcode";
    return t;
}

// The line's numbers lie among Params, so that they are saved and resumed.
static Line line_in(Params *params, int features)
{
    int w = params_add(params, (Param){.name = "line.weight",
                                       .shape = shape(features, 1),
                                       .initialiser = ZERO});
    int b = params_add(
        params,
        (Param){.name = "line.bias", .shape = shape(1), .initialiser = ZERO});
    params_ready(params);
    Tensor weight = param_value(params, w), bias = param_value(params, b);
    return (Line){features, reals(&weight), reals(&bias)};
}

// A table of few rows has few batches: more epochs make up for them.
static void choose_epochs(App *app, int rows)
{
    int batches = (rows + app->batch - 1) / app->batch;
    if (app_given(app, "--epochs") || batches * app->epochs >= STEPS)
        return;
    app->epochs = (STEPS + batches - 1) / batches;
    app_say(app,
            "the table is small: %d epochs, unless --epochs says "
            "otherwise",
            app->epochs);
}

Lesson lesson_new(App *app, Zips zips)
{
    char path[500];
    Error error = {0};
    Lesson lesson = {.params = params_new(app->seed, CPU)};
    TableTask t = task(app, zips, path, sizeof path);
    if (own.read)
        app_check(app, csv_options(&t.csv, own.read, &error), &error);
    app_check(app, table_sets(&lesson.sets, &t, &error), &error);
    for (int r = 0; r < lesson.sets.csv.remarks; r++)
        app_say(app, "%s", lesson.sets.csv.remark[r]);
    lesson.own = own.table != NULL;
    lesson.target = t.target;
    lesson.size = lesson.own ? 1 : t.unit;
    snprintf(lesson.unit, sizeof lesson.unit,
             lesson.own ? "in %.60s" : "USD", own.target);
    if (lesson.own) choose_epochs(app, lesson.sets.train.count);
    encoder_keep(&lesson.sets.encoder, lesson.params, "input");
    lesson.line = line_in(lesson.params, lesson.sets.encoder.features);
    return lesson;
}

void lesson_free(Lesson *lesson)
{
    table_sets_free(&lesson->sets);
    params_free(lesson->params);
}

Houses houses_of(const Dataset *set)
{
    return (Houses){set->count, reals(&set->inputs), reals(&set->targets)};
}

/* ---- Training -----------------------------------------------------------*/

void lesson_train(App *app, Lesson *lesson, const char *name)
{
    const Dataset *train = &lesson->sets.train, *test = &lesson->sets.test;
    Line *line = &lesson->line, gradient = line_new(line->features);
    if (name)
        app_train_as(app, name, lesson->params, NULL, train);
    else
        app_train(app, lesson->params, NULL, train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            Houses houses = {b.size, reals(&b.inputs), reals(&b.targets)};
            float loss = gradient_plain(&gradient, line, houses);
            descend(line, &gradient, app->lr);
            app_step(app, b, loss);
        }
        double miss = lesson->size * miss_of_line(line, test).rms;
        app_epoch_measure(app, "test_rmse", miss, lesson->unit);
    }
    //@ end training-loop
    line_free(&gradient);
}

// Were the rows that this line has learned from the present training rows?
static bool same_rows(Lesson *lesson)
{
    return encoder_recall(&lesson->sets.encoder, lesson->params, "input");
}

bool lesson_load(App *app, Lesson *lesson, const char *name, bool last)
{
    bool loaded = name ? app_load_as(app, name, lesson->params, last)
                       : app_load(app, lesson->params, last);
    if (loaded && !same_rows(lesson))
        app_fail(app, 1,
                 "this line has learned from other rows, some of which "
                 "would now judge it: another --seed, or the table "
                 "has changed; train again");
    return loaded;
}

int main(int argc, char **argv)
{
    App app = app_begin("ch02-regression", argc, argv, defaults);
    own_table_check(&app, &own, of_any_table, "houses");
    const char *name = question ? app.part : NULL;
    if (name && strcmp(name, "zip") != 0)
        app_fail(&app, 2, "--predict goes with --part zip, or with none");

    Lesson lesson = lesson_new(&app, name ? WITH_ZIPS : WITHOUT_ZIPS);
    bool trained = lesson_load(&app, &lesson, name, question != NULL);
    if (!trained && (question || app_needs_training(&app)))
        lesson_train(&app, &lesson, name);
    if (question)
        predict_price(&app, &lesson, question);
    else
        app_experiments(&app, &lesson);
    lesson_free(&lesson);
    return app_end(&app);
}
