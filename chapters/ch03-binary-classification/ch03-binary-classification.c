/* Chapter 3: how does a machine say yes or no?
 *
 * Run        make ch03-binary-classification && ./ch03-binary-classification
 *            then  --predict "mean_radius=20 worst_texture=30"
 *            or    --table my.csv --target column
 * Leaves     in build/results/ch03-binary-classification: metrics.tsv, all
 *            numbers that it found; training.tsv, the loss; the table of each
 *            experiment, a .tsv of its name, some with a second word behind a
 *            hyphen; network.safetensors, the line with what its inputs mean
 * New here   perceptron, sigmoid, cross-entropy: the loops stand in plain.c
 * Met before the line, its gradient, scaling, the split (chapter 2)
 */
#include "answers.h"
#include "lesson.h"
#include "own_table.h"

#include <stdio.h>

/* ---- The command line ---------------------------------------------------*/

static const char *question;
static OwnTable own;

static const Option options[] = {
    {"--predict", "TUMOUR", "is it? of \"mean_radius=20 worst_texture=30\"",
     TEXT, &question, false},
    {"--table", "CSV", "the lesson on a table of your own", TEXT, &own.table,
     true},
    {"--target", "COLUMN", "which of its columns is the answer", TEXT,
     &own.target, true},
    {"--positive", "VALUE", "which value of that column is a yes", TEXT,
     &own.positive, true},
    {"--read", "WORDS", "how it is written: \"separator=; decimal=,\"", TEXT,
     &own.read, true},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"apples", "the perceptron's updates", CORE, UNTRAINED, show_apples},
    {"gates", "AND, OR, XOR", CORE, UNTRAINED, show_gates},
    {"cures", "where no line helps", CORE, UNTRAINED, show_cures},
    {"sigmoid", "a line, squeezed", CORE, UNTRAINED, show_sigmoid},
    {"stable", "logits of 1000", CORE, UNTRAINED, show_stable},
    {"boundary", "a boundary turns", CORE, UNTRAINED, show_boundary},
    {"twins", "loops and the library", CORE, UNTRAINED, show_twins},
    {"confusion", "which mistakes", CORE, TRAINED, show_confusion},
    {"splits", "twenty splits", CORE, UNTRAINED, show_splits},
    {"odds", "the line in words", FURTHER, TRAINED, show_odds},
    {"likelihood", "why logarithms", FURTHER, TRAINED, show_likelihood},
    {"squares", "why not squares", FURTHER, TRAINED, show_squares},
    {"roc", "all thresholds", FURTHER, TRAINED, show_roc},
    {"threshold", "what a mistake costs", FURTHER, UNTRAINED, show_threshold},
    {"calibration", "is 0.8 four of five?", FURTHER, UNTRAINED,
     show_calibration},
    {"clicks", "an id is no number", FURTHER, UNTRAINED, show_clicks},
    {"pixels", "cat or not, counted", FURTHER, UNTRAINED, show_pixels},
    {0},
};

// Those that ask nothing of a table but that it has two classes.
static const Experiment of_any_table[] = {
    {"twins", "loops and the library", CORE, UNTRAINED, show_twins},
    {"confusion", "which mistakes", CORE, TRAINED, show_confusion},
    {"splits", "twenty splits", CORE, UNTRAINED, show_splits},
    {"odds", "the line in words", CORE, TRAINED, show_odds},
    {"roc", "all thresholds", CORE, TRAINED, show_roc},
    {"threshold", "what a mistake costs", CORE, UNTRAINED, show_threshold},
    {"calibration", "is 0.8 four of five?", CORE, UNTRAINED,
     show_calibration},
    {0},
};

static const Defaults defaults = {
    .about = "a line says yes or no",
    .epochs = 12,
    .batch = 16,
    .learning_rate = 0.1,
    .options = options,
    .experiments = experiments,
    .aside = "--table",
};

/* ---- The data and the line ----------------------------------------------*/

// The answers are read as names, so that 0 and 1, 1 and 2, yes and no are
// all the same to the lesson. answers.c makes them 1 and 0.
static TableTask task(const App *app, uint64_t seed, char *path, size_t size)
{
    TableTask t = {
        .path = own.table,
        .target = own.table ? own.target : "target",
        .encoding = {.scale = true,
                     .scale_levels = true,
                     .drop_first = true,
                     .missing = MISSING_IS_LEVEL},
        .test = 0.2,
        .seed = seed,
    };
    if (own.table) return t;
    snprintf(path, size, "%s/breast-cancer/breast_cancer.csv", app->data);
    t.path = path;
    return t;
}

bool sets_of_split(TableSets *sets, App *app, Lesson *lesson, uint64_t seed,
                   Error *error)
{
    char path[500];
    TableTask t = task(app, seed, path, sizeof path);
    if (own.read && !csv_options(&t.csv, own.read, error)) return false;
    // The file codes malignant as 0; here the sick are the ones looked for.
    Answers answers = {.yes = own.table ? own.positive : "0"};
    if (!answers_read(sets, &t, &answers, error)) return false;
    snprintf(lesson->yes, sizeof lesson->yes, "%s",
             own.table ? answers.yes : "malignant");
    snprintf(lesson->no, sizeof lesson->no, "%s",
             own.table ? answers.no : "benign");
    return true;
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

static Lesson lesson_new(App *app)
{
    Error error = {0};
    Lesson lesson = {.own = own.table != NULL,
                     .params = params_new(app->seed, CPU)};
    app_check(app,
              sets_of_split(&lesson.sets, app, &lesson, app->seed, &error),
              &error);
    for (int r = 0; r < lesson.sets.csv.remarks; r++)
        app_say(app, "%s", lesson.sets.csv.remark[r]);
    if (lesson.own)
        app_say(app, "%s: %s is a yes, %s a no; --positive says otherwise",
                own.target, lesson.yes, lesson.no);
    encoder_keep(&lesson.sets.encoder, lesson.params, "input");
    lesson.line = line_in(lesson.params, lesson.sets.encoder.features);
    return lesson;
}

Samples samples_in(const Dataset *set)
{
    return (Samples){set->count, reals(&set->inputs), reals(&set->targets)};
}

/* ---- Training -----------------------------------------------------------*/

static void train(App *app, Lesson *lesson)
{
    const Dataset *test = &lesson->sets.test;
    Line *line = &lesson->line, gradient = line_new(line->features);
    app_train(app, lesson->params, NULL, &lesson->sets.train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            Samples some = {b.size, reals(&b.inputs), reals(&b.targets)};
            float loss = gradient_plain(&gradient, line, some);
            descend(line, &gradient, app->lr);
            app_step(app, b, loss);
        }
        app_epoch(app, accuracy_of_line(line, test));
    }
    //@ end training-loop
    line_free(&gradient);
}

// Were the rows that this line has learned from the present training rows?
static bool same_rows(Lesson *lesson)
{
    return encoder_recall(&lesson->sets.encoder, lesson->params, "input");
}

int main(int argc, char **argv)
{
    App app = app_begin("ch03-binary-classification", argc, argv, defaults);
    own_table_check(&app, &own, of_any_table, "apples or tumours");
    Lesson lesson = lesson_new(&app);
    bool trained = app_load(&app, lesson.params, question != NULL);
    if (trained && !same_rows(&lesson))
        app_fail(&app, 1,
                 "this line has learned from other rows, some of "
                 "which would now judge it: train again");
    if (!trained && (question || app_needs_training(&app)))
        train(&app, &lesson);
    if (question)
        predict_answer(&app, &lesson, question);
    else
        app_experiments(&app, &lesson);
    held_out_free(&lesson.held_out);
    table_sets_free(&lesson.sets);
    params_free(lesson.params);
    return app_end(&app);
}
