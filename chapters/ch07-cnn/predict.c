// ./ch07-cnn --predict digit.png: what does it make of the reader's drawing?
#include "digit.h"
#include "lesson.h"

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

void read_picture(App *app, uint8_t digit[PIXELS], const char *path)
{
    Tensor grey;
    Error error = {""};
    app_check(app, image_read(&grey, path, &error), &error);
    bool found = digit_from_picture(digit, bytes(&grey), grey.shape.dim[0],
                                    grey.shape.dim[1]);
    tensor_free(&grey);
    if (!found) app_fail(app, 1, "%s: no digit found", path);
}

void predict_picture(App *app, Lesson *lesson, const uint8_t digit[PIXELS])
{
    Network *net = lesson->net;
    feed_digits(net->image, digit, 1);
    Tensor p = tensor_new(CPU, REAL, shape(1, CLASSES));
    softmax_forward(&p, predict(net->logits), 1);
    int best[3];
    likeliest_three(best, reals(&p));

    app_say(app, "what the network sees:");
    draw_digits(app, &digit, 1, 0);
    for (int place = 0; place < 3; place++)
        app_say(app, "%s %d  %5.1f%%", place ? "   " : "it is", best[place],
                100 * (double)reals(&p)[best[place]]);
    tensor_free(&p);
}
