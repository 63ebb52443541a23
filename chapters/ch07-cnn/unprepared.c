// Test digits as a reader's files would be, if nobody prepared them: dark on
// light, small, or not in the middle.
#include "lesson.h"

static Dataset negative(const Dataset *set)
{
    Dataset to = blank(set);
    for (size_t i = 0; i < tensor_count(&to.inputs); i++)
        bytes(&to.inputs)[i] = (uint8_t)(255 - bytes(&set->inputs)[i]);
    return to;
}

// Half as high and wide, in the middle: each pixel the mean of four.
static Dataset halved(const Dataset *set)
{
    enum { HALF = SIDE / 2, EDGE = SIDE / 4 };
    Dataset to = blank(set);
    for (size_t n = 0; n < (size_t)set->count; n++) {
        const uint8_t *x = bytes(&set->inputs) + n * PIXELS;
        uint8_t *y = bytes(&to.inputs) + n * PIXELS + EDGE * SIDE + EDGE;
        for (int i = 0; i < HALF; i++)
            for (int j = 0; j < HALF; j++) {
                const uint8_t *four = x + 2 * i * SIDE + 2 * j;
                int sum = four[0] + four[1] + four[SIDE] + four[SIDE + 1];
                y[i * SIDE + j] = (uint8_t)(sum / 4);
            }
    }
    return to;
}

// The mean probability that the network gives its guesses.
static double confidence(Network *net, const Dataset *set)
{
    double sum = 0;
    for (int first = 0, n; first < set->count; first += n) {
        n = feed_batch(net->image, set, first);
        const Real *z = reals(predict(net->logits));
        for (int i = 0; i < n * CLASSES; i += CLASSES)
            sum += probability(z + i, CLASSES, likeliest(z + i, CLASSES));
    }
    return sum / set->count;
}

void show_unprepared(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    Dataset test = dataset_first(&lesson->test, 1000);
    const char *name[] = {"negative", "halved", "aside"};
    Dataset set[] = {negative(&test), halved(&test), moved(&test, 6, 6)};
    double right[3], sure[3];
    for (int k = 0; k < 3; k++) {
        right[k] = accuracy(net->image, net->logits, &set[k]);
        sure[k] = confidence(net, &set[k]);
        tensor_free(&set[k].inputs);
        app_metric_of(app, right[k], "fraction", "unprepared_%s", name[k]);
        app_metric_of(app, sure[k], "probability", "unprepared_%s_confidence",
                      name[k]);
    }
    app_say(app, "unprepared: read rightly are %.1f%% of digits that are "
                 "dark on light, %.1f%% of half the size, %.1f%% six pixels "
                 "aside  [sec:ch07-predict]",
            100 * right[0], 100 * right[1], 100 * right[2]);
}
