// Shuffle the pixels, in every picture alike. A dense layer learns as well as
// before; what does a convolution lose, which looks at neighbours?
#include "small.h"

// A random order of the pixels: from[i] goes to place i.
static void draw_order(int from[PIXELS], uint64_t seed)
{
    Stream stream = {seed, 0, FOR_LESSON, 8};
    for (int i = 0; i < PIXELS; i++) from[i] = i;
    for (int i = PIXELS - 1; i > 0; i--) {
        int j = (int)random_below(stream, (uint64_t)i, (uint32_t)i + 1);
        int kept = from[i];
        from[i] = from[j];
        from[j] = kept;
    }
}

static Dataset shuffled(const Dataset *set, const int *from)
{
    Dataset to = blank(set);
    for (size_t n = 0; n < (size_t)set->count; n++)
        for (int i = 0; i < PIXELS; i++)
            bytes(&to.inputs)[n * PIXELS + i] =
                bytes(&set->inputs)[n * PIXELS + from[i]];
    return to;
}

static double learned(App *app, Small network, const Dataset *train,
                      const Dataset *test)
{
    Learner l = small_new(app, network);
    learner_train(&l, app, train,
                  (Course){.epochs = 1, .rate = (Real)3e-3});
    double right = accuracy(l.input, l.output, test);
    learner_free(&l);
    return right;
}

void show_shuffle(App *app, Lesson *lesson)
{
    Dataset train = dataset_first(&lesson->train, DIGITS);
    Dataset test = dataset_first(&lesson->test, JUDGED);
    int order[PIXELS];
    draw_order(order, app->seed);
    Dataset mixed_train = shuffled(&train, order);
    Dataset mixed_test = shuffled(&test, order);
    Small dense_net = {.dense = true}, conv_net = {.dense = false};
    double dense = learned(app, dense_net, &train, &test);
    double dense_mixed = learned(app, dense_net, &mixed_train, &mixed_test);
    double cnn = learned(app, conv_net, &train, &test);
    double cnn_mixed = learned(app, conv_net, &mixed_train, &mixed_test);
    app_metric(app, "shuffle_dense", dense, "fraction");
    app_metric(app, "shuffle_dense_mixed", dense_mixed, "fraction");
    app_metric(app, "shuffle_cnn", cnn, "fraction");
    app_metric(app, "shuffle_cnn_mixed", cnn_mixed, "fraction");
    app_say(app, "shuffled pixels: dense %.1f%%, then %.1f%%; convolutional "
                 "%.1f%%, then %.1f%%  [sec:ch07-story]",
            100 * dense, 100 * dense_mixed, 100 * cnn, 100 * cnn_mixed);
    tensor_free(&mixed_train.inputs);
    tensor_free(&mixed_test.inputs);
}
