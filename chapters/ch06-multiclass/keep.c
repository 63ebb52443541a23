// Build, fit, save, load, predict: in five steps, and what comes back is the
// same to the last bit.
#include "lesson.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EPOCHS = 30, ROWS = 16, UNITS = 16 };   // ROWS in a step

//@ build
static Learner build(const App *app, int features, int classes)
{
    Learner l = learner_new(app, app->seed);
    l.input = input(l.graph, REAL, shape(features));
    l.target = input(l.graph, I32, shape());
    Node *h = relu(linear(l.input, UNITS));
    learner_classifies(&l, linear(h, classes));
    params_ready(l.params);
    return l;
}
//@ end build

// A name that no other program has, for a file that lives for a moment.
static void temporary(char *path, size_t size)
{
    const char *folder = getenv("TMPDIR");
    snprintf(path, size, "%s/ch06-keep-XXXXXX", folder ? folder : "/tmp");
    int file = mkstemp(path);
    if (file >= 0) close(file);
}

// Do two networks answer these samples with the same bits?
static bool same_answers(const Learner *a, const Learner *b,
                         const Dataset *set)
{
    Answers first = answers_by(a->input, a->output, set);
    Answers second = answers_by(b->input, b->output, set);
    size_t numbers = (size_t)(first.count * first.classes);
    bool same = memcmp(first.logits, second.logits,
                       numbers * sizeof *first.logits) == 0;
    answers_free(&first);
    answers_free(&second);
    return same;
}

void show_keep(App *app, Lesson *lesson)
{
    app->batch = ROWS;
    (void)lesson;
    char source[500], path[500];
    Error error = {0};
    Table t;
    TableTask task = flower_task(app, app->seed, source, sizeof source);
    table_read(&t, app, task, true);
    temporary(path, sizeof path);
    const Dataset *train = &t.sets.train, *test = &t.sets.test;
    int features = t.line.inputs, classes = t.classes;
    //@ keep
    Learner net = build(app, features, classes);
    Course course = {.epochs = EPOCHS, .rate = (Real)0.02};
    learner_train(&net, app, train, course);
    app_check(app, checkpoint_save(path, net.params, NULL, NULL, &error),
              &error);

    Learner again = build(app, features, classes);
    app_check(app, checkpoint_load(path, again.params, NULL, NULL, &error),
              &error);
    double right = accuracy(again.input, again.output, test);
    //@ end keep
    bool same = same_answers(&net, &again, test);
    unlink(path);
    app_metric(app, "keep_accuracy", right, "fraction");
    app_metric(app, "keep_same", same, "");
    app_metric(app, "keep_parameters", (double)params_learned(net.params),
               "numbers");
    app_say(app,
            "keep: built, fitted, saved, loaded: %.0f%% of the test flowers, "
            "%s  [tab:ch06-keras]",
            100 * right, same ? "the same bits" : "OTHER bits");
    learner_free(&net);
    learner_free(&again);
    table_free(&t);
}
