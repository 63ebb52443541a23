// Move the digits: what does a network keep that shares its weights over the
// picture, and what does one lose that has a weight for each pixel? The rival
// is 784-512-10, trained here on the same digits.
#include "lesson.h"

#include <stdlib.h>
#include <string.h>

// MNIST leaves four pixels around a digit: farther, and digits are cut off.
enum { FARTHEST = 4, MOVED = 1000, HIDDEN = 512 };

typedef struct Rival {
    Params *params;
    Graph *graph;
    Node *image, *label, *logits, *loss;
} Rival;

static Rival rival_new(const App *app)
{
    Rival r = {.params = params_new(app->seed, app->device)};
    r.graph = graph_new(r.params, app->batch);
    r.image = input(r.graph, U8, shape(SIDE, SIDE, 1));
    r.label = input(r.graph, I32, shape());
    Node *h = relu(linear(flatten(scale(r.image, 1 / 255.0)), HIDDEN));
    r.logits = linear(dropout(h, 0.5), CLASSES);
    r.loss = softmax_cross_entropy(r.logits, r.label);
    return r;
}

static void rival_train(Rival *r, App *app, const Dataset *train)
{
    Optimizer adam = adam_new(r->params);
    Sampler *sampler = sampler_new(train, app->seed, app->batch);
    int64_t step = 0, steps = (int64_t)app->epochs * sampler_batches(sampler);
    for (int epoch = 1; epoch <= app->epochs; epoch++)
        for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
             b = next_batch(b)) {
            distort(app, b);
            feed(r->image, b.inputs, b.size);
            feed(r->label, b.targets, b.size);
            forward(r->loss);
            backward(r->loss);
            optimizer_step(&adam, one_cycle(app->lr, step++, steps));
            app_stop_if_interrupted(app);
        }
    sampler_free(sampler);
    optimizer_free(&adam);
}

// to(i, j) = from(i - down, j - right), and 0 where that is outside.
static void move(uint8_t *to, const uint8_t *from, int down, int right)
{
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++) {
            int row = i - down, column = j - right;
            bool seen =
                row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            to[i * SIDE + j] = seen ? from[row * SIDE + column] : 0;
        }
}

// The accuracy on the first test digits, moved up, down, left and right.
static double moved_accuracy(Node *image, Node *logits, const Dataset *test,
                             Dataset *moved, int distance)
{
    static const int way[4][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    double sum = 0;
    int ways = distance ? 4 : 1;
    for (int k = 0; k < ways; k++) {
        for (int n = 0; n < moved->count; n++)
            move(bytes(&moved->inputs) + n * PIXELS,
                 bytes(&test->inputs) + n * PIXELS, way[k][0] * distance,
                 way[k][1] * distance);
        sum += accuracy(image, logits, moved) / ways;
    }
    return sum;
}

void show_shift(App *app, Lesson *lesson)
{
    app_say(app, "shift: training a 784-512-10 network to compare with");
    Rival rival = rival_new(app);
    rival_train(&rival, app, &lesson->train);
    int count = lesson->test.count < MOVED ? lesson->test.count : MOVED;
    Dataset moved = dataset_first(&lesson->test, count);   // its labels, and
    moved.inputs = tensor_new(CPU, U8, shape(count, SIDE, SIDE, 1));

    FILE *table =
        app_table(app, "shift", "pixels\tcnn_accuracy\tdense_accuracy");
    double cnn[FARTHEST + 1], dense[FARTHEST + 1];
    for (int d = 0; d <= FARTHEST; d++) {
        cnn[d] = moved_accuracy(lesson->net->image, lesson->net->logits,
                                &lesson->test, &moved, d);
        dense[d] = moved_accuracy(rival.image, rival.logits, &lesson->test,
                                  &moved, d);
        fprintf(table, "%d\t%.4f\t%.4f\n", d, cnn[d], dense[d]);
        app_detail(app,
                   "moved by %d: %.1f%% with convolution, %.1f%% without", d,
                   100 * cnn[d], 100 * dense[d]);
    }
    app_metric(app, "dense_test_accuracy",
               accuracy(rival.image, rival.logits, &lesson->test),
               "fraction");
    app_metric(app, "shift_4_cnn", cnn[4], "fraction");
    app_metric(app, "shift_4_dense", dense[4], "fraction");
    for (int d = 0; d <= FARTHEST; d += 2)
        app_say(app, "shift: moved by %d pixels %.1f%% right, the dense "
                     "network %.1f%%  [fig:ch07-shift]",
                d, 100 * cnn[d], 100 * dense[d]);
    tensor_free(&moved.inputs);
    graph_free(rival.graph);
    params_free(rival.params);
}
