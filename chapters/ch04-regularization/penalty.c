// Degree 15 again, and its weights are pulled towards 0: a little, more,
// too much.
#include "lesson.h"

#include <math.h>

// From one millionth of a millionth to 100, four values in each factor of 10.
enum { STEPS = 48 };
static double lambda_of(int step) { return pow(10, -10 + step / 4.0); }

static void write_shown(App *app, const Day *day, double chosen)
{
    const double shown[] = {0, chosen, 10};
    static const char *const names[] = {"0", "chosen", "10"};
    FILE *curves = app_table(app, "penalty-curves", "lambda\tx\ty");
    Line line = line_new(HIGHEST);
    for (int k = 0; k < 3; k++) {
        if (!fit_exactly(&line, &day->train, shown[k])) continue;
        write_curve(curves, names[k], &line);
        Misses m = misses_of(&line, day);
        metric_of(app, m.train, "m", "penalty_%s_train", names[k]);
        metric_of(app, m.test, "m", "penalty_%s_test", names[k]);
        metric_of(app, sqrt(squared_length(&line)), "", "penalty_%s_length",
                  names[k]);
    }
    line_free(&line);
}

// The smallest example: (w - 3)² + lambda w², whose least value is at
// w = 3 / (1 + lambda).
static void write_bowl(App *app)
{
    static const double pulls[] = {0, 0.5, 2};
    FILE *table = app_table(app, "penalty-bowl", "lambda\tw\theight");
    for (int k = 0; k < 3; k++)
        for (int i = -20; i <= 80; i++) {
            double w = i / 20.0;
            fprintf(table, "%g\t%.2f\t%.4f\n", pulls[k], w,
                    pow(w - 3, 2) + pulls[k] * w * w);
        }
    for (int k = 0; k < 3; k++)
        metric_of(app, 3 / (1 + pulls[k]), "", "penalty_bowl_%g", pulls[k]);
}

void show_penalty(App *app, Lesson *lesson)
{
    Day day = day_new(lesson, 0, lesson->points, HIGHEST);
    Line line = line_new(HIGHEST);
    Misses best = {INFINITY, INFINITY, INFINITY};
    double chosen = 0;
    FILE *table =
        app_table(app, "penalty", "lambda\ttrain\tvalidation\ttest\tlength");
    for (int step = 0; step <= STEPS; step++) {
        if (!fit_exactly(&line, &day.train, lambda_of(step))) continue;
        Misses m = misses_of(&line, &day);
        fprintf(table, "%.4g\t%.5g\t%.5g\t%.5g\t%.5g\n", lambda_of(step),
                m.train, m.validation, m.test, sqrt(squared_length(&line)));
        if (m.validation >= best.validation) continue;
        best = m;
        chosen = lambda_of(step);
    }
    write_shown(app, &day, chosen);
    write_bowl(app);
    app_metric(app, "penalty_chosen", chosen, "");
    app_say(app,
            "penalty: degree 15, pulled with lambda %.2g, is off by %.2f m "
            "on new readings  [fig:ch04-penalty]",
            chosen, best.test);
    line_free(&line);
    day_free(&day);
}
