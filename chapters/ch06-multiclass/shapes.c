// Deep against wide: networks of nearly the same number of weights, and some
// that are smaller, on few digits.
#include "lesson.h"

#include <math.h>

enum { SEEDS = 3, EPOCHS = 6 };

typedef struct Form {
    const char *name;
    int layers, width;   // hidden ones
} Form;
static const Form forms[] = {
    {"none", 0, 0},        {"1x16", 1, 16},     {"1x128", 1, 128},
    {"1x512", 1, 512},     {"2x352", 2, 352},   {"4x258", 4, 258},
    {"8x190", 8, 190},
};
enum { FORMS = 7 };

static Learner form_new(const App *app, const Form *f, uint64_t seed)
{
    Learner l = digit_learner(app, seed);
    Node *h = flatten(scale(l.input, 1 / 255.0));
    for (int k = 0; k < f->layers; k++) h = relu(linear(h, f->width));
    learner_classifies(&l, linear(h, CLASSES));
    return l;
}

typedef struct Result {
    double accuracy, error, train_accuracy;
    size_t parameters;
} Result;

static Result taught(App *app, Lesson *lesson, const Form *f)
{
    Dataset few = dataset_first(&lesson->train, FEW);
    double right[SEEDS], squares = 0;
    Result r = {0};
    for (int s = 0; s < SEEDS; s++) {
        Learner l = form_new(app, f, app->seed + (uint64_t)s);
        learner_train(&l, app, &few,
                      (Course){.epochs = EPOCHS, .rate = (Real)2e-3});
        right[s] = accuracy(l.input, l.output, &lesson->test);
        r.accuracy += right[s] / SEEDS;
        r.train_accuracy += accuracy(l.input, l.output, &few) / SEEDS;
        r.parameters = params_learned(l.params);
        learner_free(&l);
    }
    for (int s = 0; s < SEEDS; s++) squares += pow(right[s] - r.accuracy, 2);
    r.error = sqrt(squares / (SEEDS - 1) / SEEDS);
    return r;
}

void show_shapes(App *app, Lesson *lesson)
{
    app->batch = SMALL_BATCH;
    FILE *table = app_table(
        app, "shapes",
        "form\tlayers\twidth\tparameters\taccuracy\terror\ttrain");
    Result of[FORMS];
    for (int k = 0; k < FORMS; k++) {
        of[k] = taught(app, lesson, &forms[k]);
        fprintf(table, "%s\t%d\t%d\t%zu\t%.5f\t%.5f\t%.5f\n", forms[k].name,
                forms[k].layers, forms[k].width, of[k].parameters,
                of[k].accuracy, of[k].error, of[k].train_accuracy);
        app_metric_of(app, of[k].accuracy, "fraction", "shapes_%s",
                      forms[k].name);
    }
    app_say(app,
            "shapes: some 400,000 weights in one hidden layer read %.2f%%, "
            "in two %.2f%%, in eight %.2f%%  [tab:ch06-shapes]",
            100 * of[3].accuracy, 100 * of[4].accuracy, 100 * of[6].accuracy);
}
