// Where no line separates: one more input, or another input. (The third cure
// is a network, in week 5.)
#include "gates.h"
#include "lesson.h"

enum { PASSES = 1000 };

typedef struct Count {
    int updates;
} Count;

static void count_update(void *env, const Line *line, Update update)
{
    (void)line;
    ((Count *)env)->updates = update.number;
}

// Learns from zero; leaves its updates and the clean pass, 0 where there is
// none; the line's numbers stay with the caller.
static void try_cure(App *app, const char *name, Line *line, Samples samples,
                     float rate)
{
    Count count = {0};
    int clean =
        perceptron_learn(line, samples, rate, PASSES, count_update, &count);
    app_metric_of(app, count.updates, "", "cures_%s_updates", name);
    app_metric_of(app, clean, "", "cures_%s_clean_pass", name);
}

void show_cures(App *app, Lesson *lesson)
{
    (void)lesson;
    float size[APPLES], product[PAIRS][3], apart[PAIRS];
    for (int n = 0; n < APPLES; n++) size[n] = apple_inputs[n][0];
    for (int n = 0; n < PAIRS; n++) {
        float x1 = pair_inputs[n][0], x2 = pair_inputs[n][1];
        product[n][0] = x1;
        product[n][1] = x2;
        product[n][2] = x1 * x2;
        apart[n] = (x1 - x2) * (x1 - x2);
    }
    Line one = line_new(1), two = line_new(2), three = line_new(3),
         square = line_new(1);
    try_cure(app, "size", &one, (Samples){APPLES, size, apple_ripe}, 0.1f);
    try_cure(app, "colour", &two,
             (Samples){APPLES, apple_inputs[0], apple_ripe}, 0.1f);
    try_cure(app, "product", &three, (Samples){PAIRS, product[0], gate_xor.t},
             1);
    try_cure(app, "square", &square, (Samples){PAIRS, apart, gate_xor.t}, 1);
    app_metric(app, "cures_product_w1", (double)three.w[0], "");
    app_metric(app, "cures_product_w2", (double)three.w[1], "");
    app_metric(app, "cures_product_w3", (double)three.w[2], "");
    app_metric(app, "cures_product_b", (double)*three.b, "");
    app_metric(app, "cures_square_w", (double)square.w[0], "");
    app_metric(app, "cures_square_b", (double)*square.b, "");
    app_say(
        app,
        "cures: XOR with x1 x2 as a third input: %+g x1 %+g x2 %+g x1 x2; "
        "of (x1 - x2)² alone: %+g times it %+g  [sec:ch03-cures]",
        (double)three.w[0], (double)three.w[1], (double)three.w[2],
        (double)square.w[0], (double)*square.b);
    line_free(&one);
    line_free(&two);
    line_free(&three);
    line_free(&square);
}
