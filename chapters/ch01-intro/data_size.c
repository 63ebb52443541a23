// Three models, six sizes of the training set, three seeds: what do more data
// buy a small model, and what a large one?
#include "layers.h"
#include "learner.h"
#include "lesson.h"
#include "measure.h"
#include "split.h"

#include <math.h>
#include <stdlib.h>

enum { MODELS = 3, SIZES = 6, SEEDS = 3 };
enum { STEPS = 900, OFTEN = 40 };   // of a training; epochs at most
static const int sizes[SIZES] = {100, 300, 1000, 3000, 10000, 30000};

// Units between the pixels and the ten answers; 0: none, each answer is a
// weighted sum of the pixels.
typedef struct Model {
    const char *name;
    int hidden;
} Model;
static const Model models[MODELS] = {
    {"small", 0}, {"medium", 32}, {"large", 512}};

static Learner model_new(const App *app, Model model, uint64_t seed)
{
    Learner l = learner_new(app, seed);
    l.input = input(l.graph, U8, shape(SIDE, SIDE, 1));
    l.target = input(l.graph, I32, shape());
    Node *x = flatten(scale(l.input, 1 / 255.0));
    if (model.hidden) x = relu(linear(x, model.hidden));
    l.output = linear(x, CLASSES);
    l.loss = softmax_cross_entropy(l.output, l.target);
    params_ready(l.params);
    return l;
}

// Few digits are seen more often; more than forty times would change nothing.
static int epochs_of(const App *app, int count)
{
    int batches = (count + app->batch - 1) / app->batch;
    int epochs = STEPS / batches;
    if (epochs > OFTEN) return OFTEN;
    return epochs < 2 ? 2 : epochs;
}

// Another seed draws other digits.
static Dataset some_digits(const Dataset *all, int count, uint64_t seed)
{
    int *order = allocate((size_t)all->count, sizeof *order);
    random_order((Stream){seed, 0, FOR_LESSON, 5}, order, all->count);
    Dataset some = dataset_rows(all, (Rows){count, order});
    free(order);
    return some;
}

static double learn(App *app, Lesson *lesson, Model model, int count,
                    uint64_t seed)
{
    Dataset some = some_digits(&lesson->train, count, seed);
    Learner l = model_new(app, model, seed);
    learner_train(
        &l, app, &some,
        (Course){.epochs = epochs_of(app, count), .rate = (Real)2e-3});
    double right = accuracy(l.input, l.output, &lesson->test);
    learner_free(&l);
    dataset_free(&some);
    return right;
}

typedef struct Spread {
    double mean, low, high;
} Spread;

static Spread of_seeds(App *app, Lesson *lesson, Model model, int count)
{
    Spread s = {0, 1, 0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        double right = learn(app, lesson, model, count, app->seed + seed);
        s.mean += right / SEEDS;
        s.low = fmin(s.low, right);
        s.high = fmax(s.high, right);
    }
    return s;
}

static void parameters_metric(App *app, Model model)
{
    Learner l = model_new(app, model, 1);
    app_metric_of(app, (double)params_learned(l.params), "",
                  "data_size_parameters_%s", model.name);
    learner_free(&l);
}

void show_data_size(App *app, Lesson *lesson)
{
    FILE *table =
        app_table(app, "data-size", "model\tdigits\tmean\tlow\thigh");
    double last[MODELS] = {0}, first[MODELS] = {0};
    int largest = 0;
    for (int m = 0; m < MODELS; m++) {
        parameters_metric(app, models[m]);
        for (int k = 0; k < SIZES; k++) {
            if (sizes[k] > lesson->train.count) break;
            Spread s = of_seeds(app, lesson, models[m], sizes[k]);
            fprintf(table, "%s\t%d\t%.4f\t%.4f\t%.4f\n", models[m].name,
                    sizes[k], s.mean, s.low, s.high);
            app_metric_of(app, s.mean, "fraction", "data_size_%s_%d",
                          models[m].name, sizes[k]);
            if (k == 0) first[m] = s.mean;
            last[m] = s.mean;
            largest = sizes[k];
        }
    }
    app_say(app,
            "data-size: from %d digits %.1f, %.1f, %.1f%% right (small, "
            "medium, large), from %d %.1f, %.1f, %.1f%%  "
            "[fig:ch01-data-size]",
            sizes[0], 100 * first[0], 100 * first[1], 100 * first[2], largest,
            100 * last[0], 100 * last[1], 100 * last[2]);
}
