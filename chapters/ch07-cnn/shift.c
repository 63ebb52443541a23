// Move the digits: what does a network keep that shares its weights over the
// picture, and what does one lose that has a weight for each pixel? The rival
// is 784-512-10, trained here on the same digits.
#include "small.h"

#include <math.h>

// MNIST leaves about four pixels around a digit: farther, and most would be
// cut off.
enum { FARTHEST = 4, MOVED = 1000, HIDDEN = 512 };

static Learner rival_new(const App *app)
{
    Learner l = digit_learner(app, app->seed);
    Node *h = relu(linear(flatten(scale(l.input, 1 / 255.0)), HIDDEN));
    learner_classifies(&l, linear(dropout(h, 0.5), CLASSES));
    return l;
}

// As the lesson's network was taught: the same digits, distorted alike.
static void rival_train(Learner *l, App *app, const Lesson *lesson)
{
    Distorted alike = {lesson->distortion, THE_LESSONS};
    Course same = {app->epochs, (Real)app->lr, .distort = distort_as,
                   .how = &alike};
    learner_train(l, app, &lesson->train, same);
}

static const int way[4][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};

// The accuracy on digits that are moved up, down, left and right.
static double moved_accuracy(Node *image, Node *logits, const Dataset *test,
                             int distance)
{
    long right = 0;
    int ways = distance ? 4 : 1;
    for (int k = 0; k < ways; k++) {
        Dataset set = moved(test, way[k][0] * distance, way[k][1] * distance);
        right += lround(accuracy(image, logits, &set) * set.count);
        tensor_free(&set.inputs);
    }
    return (double)right / (ways * test->count);
}

static double ink(const Dataset *set)
{
    double sum = 0;
    for (size_t i = 0; i < tensor_count(&set->inputs); i++)
        sum += bytes(&set->inputs)[i];
    return sum;
}

// The share of all ink that a move carries over the edge.
static double ink_lost(const Dataset *test, int distance)
{
    double kept = 0;
    for (int k = 0; k < 4; k++) {
        Dataset set = moved(test, way[k][0] * distance, way[k][1] * distance);
        kept += ink(&set) / 4;
        tensor_free(&set.inputs);
    }
    return 1 - kept / ink(test);
}

void show_shift(App *app, Lesson *lesson)
{
    app_say(app, "shift: training a 784-512-10 network to compare with");
    Learner rival = rival_new(app);
    rival_train(&rival, app, lesson);
    Network *net = lesson->net;
    Dataset test = dataset_first(&lesson->test, MOVED);

    write_puzzle(app, net, &rival, &test);
    FILE *table =
        app_table(app, "shift", "pixels\tcnn_accuracy\tdense_accuracy");
    double cnn[FARTHEST + 1], dense[FARTHEST + 1];
    for (int d = 0; d <= FARTHEST; d++) {
        cnn[d] = moved_accuracy(net->image, net->logits, &test, d);
        dense[d] = moved_accuracy(rival.input, rival.output, &test, d);
        fprintf(table, "%d\t%.4f\t%.4f\n", d, cnn[d], dense[d]);
        app_detail(app,
                   "moved by %d: %.1f%% with convolution, %.1f%% without", d,
                   100 * cnn[d], 100 * dense[d]);
    }
    app_metric(app, "dense_test_accuracy",
               accuracy(rival.input, rival.output, &lesson->test),
               "fraction");
    app_metric(app, "shift_4_ink_lost", ink_lost(&test, 4), "fraction");
    app_metric(app, "shift_4_cnn", cnn[4], "fraction");
    app_metric(app, "shift_4_dense", dense[4], "fraction");
    for (int d = 0; d <= FARTHEST; d += 2)
        app_say(app, "shift: moved by %d pixels %.1f%% right, the dense "
                     "network %.1f%%  [fig:ch07-shift]",
                d, 100 * cnn[d], 100 * dense[d]);
    learner_free(&rival);
}
