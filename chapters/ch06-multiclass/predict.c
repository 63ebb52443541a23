// --predict: a row of a table, or a picture of a digit.
#include "digit.h"
#include "draw.h"
#include "lesson.h"
#include "table_row.h"

#include <stdio.h>

enum { SAID = 3 };

// The likeliest three, or fewer, in order.
static void say_best(App *app, const float *p, int classes,
                     const char *const *name)
{
    int taken[SAID];
    for (int place = 0; place < SAID && place < classes; place++) {
        int best = -1;
        for (int k = 0; k < classes; k++) {
            bool done = false;
            for (int i = 0; i < place; i++) done |= taken[i] == k;
            if (!done && (best < 0 || p[k] > p[best])) best = k;
        }
        taken[place] = best;
        if (app->quiet && place == 0) printf("%s\n", name[best]);
        app_say(app, "%s %-20.40s %5.1f%%", place ? "     " : "it is",
                name[best], 100 * (double)p[best]);
    }
}

void read_picture(App *app, uint8_t digit[PIXELS], const char *path)
{
    Tensor grey;
    Error error = {0};
    app_check(app, image_read(&grey, path, &error), &error);
    int digits = digit_from_picture(digit, bytes(&grey), grey.shape.dim[0],
                                    grey.shape.dim[1]);
    tensor_free(&grey);
    if (digits == 0)
        app_fail(app, 1,
                 "%s: no digit found; crop the picture to one digit, in "
                 "even light (a flower is asked for by name=value)",
                 path);
    if (digits > 1)
        app_say(app, "warning: more than one digit? only the one with most "
                     "ink is read");
}

void predict_picture(App *app, Lesson *lesson, const uint8_t digit[PIXELS])
{
    static const char *const name[CLASSES] = {"0", "1", "2", "3", "4",
                                              "5", "6", "7", "8", "9"};
    Network *net = lesson->net;
    Tensor picture = tensor_new(CPU, U8, shape(1, SIDE, SIDE, 1));
    for (int i = 0; i < PIXELS; i++) bytes(&picture)[i] = digit[i];
    feed(net->image, &picture);
    float p[CLASSES];
    softmax_plain(p, reals(predict(net->logits)), CLASSES);
    app_say(app, "what the network sees:");
    draw_pictures(app, &(Drawing){SIDE, SIDE, digit}, 1, 0);
    say_best(app, p, CLASSES, name);
    tensor_free(&picture);
}

// What is not named takes the mean; outside of what was seen the model goes
// on along its lines, as sure as ever: the remarks say both.
void predict_row(App *app, const Table *t, const char *text)
{
    Error error = {0};
    TableRow row;
    if (!table_row(&row, &t->sets, text, &error))
        app_fail(app, 1, "--predict: %s", error.message);
    for (int r = 0; r < row.csv.remarks; r++)
        app_say(app, "%s", row.csv.remark[r]);
    float z[t->classes], p[t->classes];
    layer_forward(z, &t->line, reals(&row.inputs));
    softmax_plain(p, z, t->classes);
    say_best(app, p, t->classes, (const char *const *)t->name);
    table_row_free(&row);
}
