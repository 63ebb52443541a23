/* Chapter 6: one of many.
 *
 * Run        make ch06-multiclass && ./ch06-multiclass, then
 *            --predict "petal_length=1.4 petal_width=0.2" for a flower,
 *            --predict digit.png for a digit, or
 *            --table my.csv --target column
 * Leaves     in build/results/ch06-multiclass: metrics.tsv, all numbers that
 *            it found; training.tsv, the loss; the table of each experiment,
 *            a .tsv of its name, some with a second word behind a hyphen;
 *            network.safetensors, the trained network
 * New here   softmax, cross-entropy of many classes, momentum, Adam, the
 *            first weights
 * Met before the sigmoid (chapter 3), dropout (chapter 4), the hidden layer
 *            and its gradient (chapter 5)
 */
#include "lesson.h"
#include "own_table.h"

#include <stdio.h>
#include <string.h>

/* ---- The network --------------------------------------------------------*/

static Network network(const App *app)
{
    Network net = {.params = params_new(app->seed, app->device)};
    net.graph = graph_new(net.params, app->batch);
    net.image = input(net.graph, U8, shape(SIDE, SIDE, 1));
    net.label = input(net.graph, I32, shape());

    Node *h = dropout(flatten(scale(net.image, 1 / 255.0)), 0.1);
    h = dropout(relu(linear(h, 512)), 0.3);
    h = dropout(relu(linear(h, 512)), 0.3);
    net.logits = linear(h, CLASSES);
    net.loss = softmax_cross_entropy(net.logits, net.label);
    return net;
}

static void network_free(Network *net)
{
    graph_free(net->graph);
    params_free(net->params);
}

/* ---- The command line ---------------------------------------------------*/

static const char *question;
static OwnTable own;

static const Option options[] = {
    {"--predict", "WHAT", "\"petal_length=1.4 …\" of a flower, or a picture",
     TEXT, &question, false},
    {"--table", "CSV", "the lesson on a table of your own", TEXT, &own.table,
     true},
    {"--target", "COLUMN", "which of its columns is the class", TEXT,
     &own.target, true},
    {"--read", "WORDS", "how it is written: \"separator=; decimal=,\"", TEXT,
     &own.read, true},
    {0},
};

enum { CORE = true, FURTHER = false, UNTRAINED = false, TRAINED = true };

static const Experiment experiments[] = {
    {"softmax", "from logits to shares", CORE, UNTRAINED, show_softmax},
    {"drawings", "small numbers, drawn", CORE, UNTRAINED, show_drawings},
    {"iris", "three kinds of flowers", CORE, UNTRAINED, show_iris},
    {"regression", "digits, one layer", CORE, UNTRAINED, show_regression},
    {"twins", "loops and the library", CORE, UNTRAINED, show_twins},
    {"initial", "the first weights", CORE, UNTRAINED, show_initial},
    {"steps", "momentum and Adam", CORE, UNTRAINED, show_steps},
    {"confusion", "which for which", CORE, TRAINED, show_confusion},
    {"keep", "build, fit, save, load", CORE, UNTRAINED, show_keep},
    {"mistakes", "sure and wrong", FURTHER, TRAINED, show_mistakes},
    {"top-k", "among the first k", FURTHER, TRAINED, show_top_k},
    {"reliability", "is 0.9 nine of ten?", FURTHER, TRAINED,
     show_reliability},
    {"race", "eight optimizers", FURTHER, UNTRAINED, show_race},
    {"schedules", "learning rates", FURTHER, UNTRAINED, show_schedules},
    {"shapes", "deep against wide", FURTHER, UNTRAINED, show_shapes},
    {"batch-norm", "kept at 0 and 1", FURTHER, UNTRAINED, show_batch_norm},
    {"neighbours", "who looks like it?", FURTHER, UNTRAINED,
     show_neighbours},
    {"imbalance", "a rare digit", FURTHER, UNTRAINED, show_imbalance},
    {"penguins", "three kinds of birds", FURTHER, UNTRAINED, show_penguins},
    {"count", "colour, counted", FURTHER, UNTRAINED, show_count},
    {0},
};

// Those that ask nothing but held-out answers.
static const Experiment of_any_table[] = {
    {"confusion", "which for which", CORE, TRAINED, show_confusion},
    {"top-k", "among the first k", CORE, TRAINED, show_top_k},
    {"reliability", "is 0.9 nine of ten?", CORE, TRAINED, show_reliability},
    {0},
};

// Softmax regression on digits is a training of its own.
static const Training trainings[] = {
    {"regression", .epochs = 3, .batch = 64, .learning_rate = 3e-3},
    {0},
};

static const Defaults defaults = {
    .about = "one of many classes: flowers, digits, your own table",
    .epochs = 12,
    .batch = 256,
    .learning_rate = 3e-3,
    .options = options,
    .experiments = experiments,
    .trainings = trainings,
    .aside = "--table",
    .aside_training = {.epochs = 20, .batch = 16, .learning_rate = 0.1},
};

/* ---- Digits -------------------------------------------------------------*/

static Dataset digits(App *app, const char *which)
{
    char images[1024], labels[1024];
    snprintf(images, sizeof images, "%s/mnist/%s-images-idx3-ubyte",
             app->data, which);
    snprintf(labels, sizeof labels, "%s/mnist/%s-labels-idx1-ubyte",
             app->data, which);
    Dataset set = {0};
    Error error = {0};
    app_check(app,
              idx_dataset(&set, images, labels, SIDE, SIDE, CLASSES, &error),
              &error);
    return set;
}

static void train(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    Optimizer adam = adam_new(net->params);
    app_train(app, net->params, &adam, &lesson->train);
    //@ training-loop
    while (app->epoch <= app->epochs) {
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            feed(net->image, &b.inputs);
            feed(net->label, &b.targets);
            Real loss = forward(net->loss);
            backward(net->loss);
            optimizer_step(&adam, one_cycle(app->lr, app->step, app->steps));
            app_step(app, b, loss);
        }
        app_epoch(app, accuracy(net->image, net->logits, &lesson->test));
    }
    //@ end training-loop
    app_speed(app, graph_flops(net->loss, true));
    optimizer_free(&adam);
}

static void digits_lesson(App *app)
{
    bool asked = question != NULL;
    uint8_t digit[PIXELS];
    if (asked) read_picture(app, digit, question);
    Network net = network(app);
    params_ready(net.params);
    Lesson lesson = {.net = &net};
    bool trained = app_load(app, net.params, asked);
    if (!trained || !asked) {
        lesson.train = digits(app, "train");
        lesson.test = digits(app, "t10k");
    }
    if (!trained && (asked || app_needs_training(app))) train(app, &lesson);
    if (asked) predict_picture(app, &lesson, digit);
    else app_experiments(app, &lesson);
    answers_free(&lesson.answers);
    dataset_free(&lesson.train);
    dataset_free(&lesson.test);
    network_free(&net);
}

/* ---- Tables -------------------------------------------------------------*/

static void train_table(App *app, Table *t)
{
    Layer gradient = layer_new(t->line.inputs, t->line.outputs);
    app_train(app, t->params, NULL, &t->sets.train);
    for (; app->epoch <= app->epochs;
         app_epoch(app, accuracy_of_layer(&t->line, &t->sets.test)))
        for (Batch b = first_batch(app); b.size > 0; b = next_batch(b)) {
            Samples some = {b.size, reals(&b.inputs), ints(&b.targets)};
            float loss = regression_gradient(&gradient, &t->line, some);
            descend(&t->line, &gradient, (float)app->lr);
            app_step(app, b, loss);
        }
    layer_free(&gradient);
}

static void check_rows(App *app, Table *t)
{
    if (!encoder_recall(&t->sets.encoder, t->params, "input"))
        app_fail(app, 1,
                 "this model has learned from other rows, some of "
                 "which would now judge it: train again");
}

static void table_lesson(App *app)
{
    TableTask task = {
        .path = own.table, .target = own.target, .seed = app->seed};
    Error error = {0};
    if (own.read)
        app_check(app, csv_options(&task.csv, own.read, &error), &error);
    Table t;
    table_read(&t, app, task, false);
    Lesson lesson = {
        .train = t.sets.train, .test = t.sets.test, .table = &t};
    bool trained = app_load(app, t.params, question != NULL);
    if (trained) check_rows(app, &t);
    if (!trained && (question || app_needs_training(app)))
        train_table(app, &t);
    if (question) predict_row(app, &t, question);
    else app_experiments(app, &lesson);
    answers_free(&lesson.answers);
    table_free(&t);
}

// A flower without a table of one's own: iris, learned in a moment.
static void flower_lesson(App *app)
{
    char path[500];
    Table t;
    table_read(&t, app, flower_task(app, app->seed, path, sizeof path), true);
    if (app_load(app, t.params, false)) check_rows(app, &t);
    else layer_learn(&t.line, &t.sets.train, app->seed, 40, 0.1);
    predict_row(app, &t, question);
    table_free(&t);
}

int main(int argc, char **argv)
{
    App app = app_begin("ch06-multiclass", argc, argv, defaults);
    own_table_check(&app, &own, of_any_table, "flowers or digits");
    if (question && app.part)
        app_fail(&app, 2, "--predict and --part exclude each other");
    if (own.table) table_lesson(&app);
    else if (question && strchr(question, '=')) flower_lesson(&app);
    else digits_lesson(&app);
    return app_end(&app);
}
