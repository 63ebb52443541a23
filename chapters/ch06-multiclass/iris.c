// Three kinds of irises, told apart by four measures: softmax regression in
// plain loops.
#include "lesson.h"

#include <math.h>

enum { EPOCHS = 100, SPLITS = 20 };
static const double rate = 0.1;

TableTask flower_task(const App *app, uint64_t seed, char *path, size_t size)
{
    snprintf(path, size, "%s/iris/iris.csv", app->data);
    return (TableTask){.path = path, .target = "species", .seed = seed};
}

static void iris_read(Table *t, App *app, uint64_t seed)
{
    char path[500];
    table_read(t, app, flower_task(app, seed, path, sizeof path), true);
}

static double loss_of(const Layer *layer, const Dataset *set)
{
    Layer unused = layer_new(layer->inputs, layer->outputs);
    double loss =
        (double)regression_gradient(&unused, layer, samples_in(set));
    layer_free(&unused);
    return loss;
}

// Epoch by epoch, on its way.
static void learn(App *app, Table *t)
{
    const Dataset *train = &t->sets.train, *test = &t->sets.test;
    FILE *table = app_table(app, "iris", "epoch\tloss\ttest_loss\taccuracy");
    double first = loss_of(&t->line, train);
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
        if (epoch > 0)
            layer_learn(&t->line, train, app->seed + (uint64_t)epoch, 1,
                        rate);
        fprintf(table, "%d\t%.5f\t%.5f\t%.5f\n", epoch,
                loss_of(&t->line, train), loss_of(&t->line, test),
                accuracy_of_layer(&t->line, test));
    }
    app_metric(app, "iris_first_loss", first, "");
    app_metric(app, "iris_loss", loss_of(&t->line, train), "");
    app_metric(app, "iris_accuracy", accuracy_of_layer(&t->line, test),
               "fraction");
    app_metric(app, "iris_train_rows", train->count, "rows");
    app_metric(app, "iris_test_rows", test->count, "rows");
}

// A column for each class, as the figure draws the network.
static void write_flower(App *app, const Table *t)
{
    const Real *x = reals(&t->sets.test.inputs);
    float z[t->classes], p[t->classes];
    layer_forward(z, &t->line, x);
    softmax_plain(p, z, t->classes);
    FILE *table = app_table(app, "iris-flower", "class\tname\tz\tp\tlabel");
    for (int k = 0; k < t->classes; k++)
        fprintf(table, "%d\t%s\t%.4f\t%.5f\t%d\n", k, t->name[k],
                (double)z[k], (double)p[k],
                ints(&t->sets.test.targets)[0] == k);
    FILE *inputs = app_table(app, "iris-inputs", "input\tname\tx");
    for (int d = 0; d < t->line.inputs; d++)
        fprintf(inputs, "%d\t%s\t%.4f\n", d, t->sets.encoder.feature[d],
                (double)x[d]);
}

/* ---- Two of the measures, so that one can see the regions ---------------*/

enum { LENGTH = 2, WIDTH = 3 };   // of the petals, among the four
static const int petals[] = {LENGTH, WIDTH};

static double in_cm(const Encoder *e, int input, double x)
{
    return x * e->numbers.deviation[input] + e->numbers.mean[input];
}

static double scaled(const Encoder *e, int input, double cm)
{
    return (cm - e->numbers.mean[input]) / e->numbers.deviation[input];
}

static void write_points(App *app, const Table *t)
{
    FILE *table = app_table(app, "iris-points", "length\twidth\tclass");
    const Dataset *set = &t->sets.train;
    for (int n = 0; n < set->count; n++) {
        const Real *x = reals(&set->inputs) + n * t->line.inputs;
        fprintf(table, "%.2f\t%.2f\t%d\n",
                in_cm(&t->sets.encoder, LENGTH, (double)x[LENGTH]),
                in_cm(&t->sets.encoder, WIDTH, (double)x[WIDTH]),
                ints(&set->targets)[n]);
    }
}

static void write_regions(App *app, const Layer *layer, const Encoder *e)
{
    FILE *table = app_table(app, "iris-regions", "length\twidth\tclass\tp");
    for (int i = 0; i <= 70; i++)
        for (int j = 0; j <= 60; j++) {
            double cm[2] = {0.5 + 0.1 * i, 0.05 * j};
            float x[2], z[3], p[3];
            for (int k = 0; k < 2; k++)
                x[k] = (float)scaled(e, petals[k], cm[k]);
            layer_forward(z, layer, x);
            softmax_plain(p, z, 3);
            int best = likeliest(z, 3);
            fprintf(table, "%.2f\t%.2f\t%d\t%.4f\n", cm[0], cm[1], best,
                    (double)p[best]);
        }
}

static void show_regions(App *app, const Table *t)
{
    Dataset train = with_inputs(&t->sets.train, petals, 2);
    Dataset test = with_inputs(&t->sets.test, petals, 2);
    Layer layer = layer_new(2, t->classes);
    layer_learn(&layer, &train, app->seed, 4 * EPOCHS, rate);
    write_points(app, t);
    write_regions(app, &layer, &t->sets.encoder);
    app_metric(app, "iris_petals_accuracy", accuracy_of_layer(&layer, &test),
               "fraction");
    layer_free(&layer);
    tensor_free(&train.inputs);
    tensor_free(&test.inputs);
}

/* ---- One split is one throw of the dice ---------------------------------*/

static void throw_splits(App *app, double *mean, double *error)
{
    double accuracy[SPLITS], sum = 0, squares = 0;
    for (int k = 0; k < SPLITS; k++) {
        uint64_t seed = app->seed + (uint64_t)k + 1;
        Table t;
        iris_read(&t, app, seed);
        layer_learn(&t.line, &t.sets.train, seed, EPOCHS, rate);
        accuracy[k] = accuracy_of_layer(&t.line, &t.sets.test);
        sum += accuracy[k];
        table_free(&t);
    }
    *mean = sum / SPLITS;
    for (int k = 0; k < SPLITS; k++) squares += pow(accuracy[k] - *mean, 2);
    *error = sqrt(squares / (SPLITS - 1) / SPLITS);
}

void show_iris(App *app, Lesson *lesson)
{
    (void)lesson;
    Table t;
    double mean, error;
    iris_read(&t, app, app->seed);
    learn(app, &t);
    write_flower(app, &t);
    show_regions(app, &t);
    throw_splits(app, &mean, &error);
    app_metric(app, "iris_splits_accuracy", mean, "fraction");
    app_metric(app, "iris_splits_error", error, "fraction");
    app_say(app,
            "iris: %.0f%% of %d test flowers; over %d splits %.3f ± %.3f  "
            "[fig:ch06-iris]",
            100 * accuracy_of_layer(&t.line, &t.sets.test), t.sets.test.count,
            SPLITS, mean, error);
    table_free(&t);
}
