// ./ch07-cnn --predict digit.png: what does it make of the reader's drawing?
#include "digit.h"
#include "draw.h"
#include "lesson.h"

#include <math.h>

static void swap(int *a, int *b)
{
    int c = *a;
    *a = *b;
    *b = c;
}

static void likeliest_three(int best[3], const Real *probability)
{
    int order[CLASSES];
    for (int k = 0; k < CLASSES; k++) order[k] = k;
    for (int place = 0; place < 3; place++) {
        for (int k = place + 1; k < CLASSES; k++)
            if (probability[order[k]] > probability[order[place]])
                swap(&order[k], &order[place]);
        best[place] = order[place];
    }
}

// The whole picture, 56 pixels high or wide.
static void show_whole(const App *app, const Tensor *grey)
{
    enum { LARGEST = 56 };
    Picture picture = {grey->shape.dim[0], grey->shape.dim[1], bytes(grey)};
    Box all = {0, 0, picture.height, picture.width};
    double pixel = longer_side(all) / LARGEST;
    int height = (int)fmax(1, picture.height / pixel);
    int width = (int)fmax(1, picture.width / pixel);
    Plane seen = plane_of(&picture, all, height, width);
    uint8_t pixels[LARGEST * LARGEST];
    for (int k = 0; k < plane_count(&seen); k++)
        pixels[k] = (uint8_t)lroundf(seen.at[k]);
    draw_pictures(app, &(Drawing){height, width, pixels}, 1, 0);
    plane_free(&seen);
}

static void say_what_to_try(const App *app)
{
    app_say(app, "try one digit alone, upright and not too small: crop the "
                 "picture to it,");
    app_say(app, "take a thicker pen, or put it in even light, without "
                 "shadows");
}

void read_picture(App *app, uint8_t digit[PIXELS], const char *path)
{
    Tensor grey;
    Error error = {""};
    app_check(app, image_read(&grey, path, &error), &error);
    int digits = digit_from_picture(digit, bytes(&grey), grey.shape.dim[0],
                                    grey.shape.dim[1]);
    if (digits == 0) {
        app_say(app, "the picture, as it was read:");
        show_whole(app, &grey);
        say_what_to_try(app);
    }
    tensor_free(&grey);
    if (digits == 0) app_fail(app, 1, "%s: no digit found", path);
    if (digits > 1)
        app_say(app, "warning: more than one digit? only the one with most "
                     "ink is read");
}

// Below this probability the answer is told to be unsure: so were 2.6% of 756
// right answers and 66% of 44 wrong ones, to pictures that tests/pictures.c
// and tests/photographs.c made from training digits.
#define SURE 0.8

void predict_picture(App *app, Lesson *lesson, const uint8_t digit[PIXELS])
{
    Network *net = lesson->net;
    feed_digits(net->image, digit, 1);
    Tensor p = tensor_new(CPU, REAL, shape(1, CLASSES));
    softmax_forward(&p, predict(net->logits), 1);
    int best[3];
    likeliest_three(best, reals(&p));

    if (app->quiet) printf("%d\n", best[0]);
    app_say(app, "what the network sees:");
    draw_pictures(app, &(Drawing){SIDE, SIDE, digit}, 1, 0);
    for (int place = 0; place < 3; place++)
        app_say(app, "%s %d  %5.1f%%", place ? "   " : "it is", best[place],
                100 * (double)reals(&p)[best[place]]);
    if (reals(&p)[best[0]] < SURE) {
        app_say(app, "this is not sure;");
        say_what_to_try(app);
    }
    tensor_free(&p);
}
