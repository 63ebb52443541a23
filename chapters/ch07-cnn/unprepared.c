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

// The accuracy on a set that was made for this alone: it is freed here.
static double accuracy_on(const Lesson *lesson, Dataset set)
{
    Network *net = lesson->net;
    double right = accuracy(net->image, net->logits, &set);
    tensor_free(&set.inputs);
    return right;
}

void show_unprepared(App *app, Lesson *lesson)
{
    Dataset test = first_of(&lesson->test, 1000);
    double light = accuracy_on(lesson, negative(&test));
    double small = accuracy_on(lesson, halved(&test));
    double aside = accuracy_on(lesson, moved(&test, 6, 6));
    app_metric(app, "unprepared_negative", light, "fraction");
    app_metric(app, "unprepared_halved", small, "fraction");
    app_metric(app, "unprepared_aside", aside, "fraction");
    app_say(app, "unprepared: %.1f%% dark on light, %.1f%% half the size, "
                 "%.1f%% six pixels aside  [sec:ch07-predict]",
            100 * light, 100 * small, 100 * aside);
}
