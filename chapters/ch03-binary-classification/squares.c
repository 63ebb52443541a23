// Why not the squared error of the probability? Begun on the wrong side and
// sure of it, such a line hardly moves: the sigmoid is flat there.
#include "lesson.h"

enum { STEPS = 200 };
static const float rate = 0.5f;

// dw(d) = 2 mean over n of (p(n) - t(n)) p(n) (1 - p(n)) x(n,d)
static void gradient_of_squares(Line *gradient, const Line *line, Samples s)
{
    for (int d = 0; d < line->features; d++) gradient->w[d] = 0;
    *gradient->b = 0;
    for (int n = 0; n < s.count; n++) {
        const float *x = s.x + n * line->features;
        float p = sigmoid_plain(line_logit(line, x));
        float share = 2 * (p - s.t[n]) * p * (1 - p) / s.count;
        for (int d = 0; d < line->features; d++)
            gradient->w[d] += share * x[d];
        *gradient->b += share;
    }
}

// The lesson's line, turned round and twice as sure.
static Line wrong_and_sure(const Line *good)
{
    Line line = line_new(good->features);
    for (int d = 0; d <= good->features; d++) line.w[d] = -2 * good->w[d];
    return line;
}

void show_squares(App *app, Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train, *test = &lesson->sets.test;
    Samples s = samples_in(train);
    Line cross = wrong_and_sure(&lesson->line),
         square = wrong_and_sure(&lesson->line),
         gradient = line_new(cross.features);
    double begin = accuracy_of_line(&cross, test);
    FILE *table = app_table(app, "squares", "step\tcross\tsquared");
    for (int step = 0; step <= STEPS; step++) {
        fprintf(table, "%d\t%.5f\t%.5f\n", step,
                accuracy_of_line(&cross, test),
                accuracy_of_line(&square, test));
        gradient_plain(&gradient, &cross, s);
        descend(&cross, &gradient, rate);
        gradient_of_squares(&gradient, &square, s);
        descend(&square, &gradient, rate);
    }
    double by_cross = accuracy_of_line(&cross, test);
    double by_square = accuracy_of_line(&square, test);
    app_metric(app, "squares_begin", begin, "fraction");
    app_metric(app, "squares_cross", by_cross, "fraction");
    app_metric(app, "squares_squared", by_square, "fraction");
    app_say(app,
            "squares: from %.0f%% right, %d steps lead to %.0f%% by "
            "cross-entropy, to %.0f%% by squared error  [fig:ch03-squares]",
            100 * begin, STEPS, 100 * by_cross, 100 * by_square);
    line_free(&cross);
    line_free(&square);
    line_free(&gradient);
}
