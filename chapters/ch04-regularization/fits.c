// Polynomials of degree 1, 4 and 15 through the same twenty readings: each
// the best of its degree.
#include "lesson.h"

enum { FITS = 3 };
static const int degrees[FITS] = {1, 4, 15};

static void write_points(App *app, const Day *day)
{
    FILE *table = app_table(app, "fits-points", "set\tx\tt");
    const Dataset *sets[] = {&day->train, &day->validation};
    for (int k = 0; k < 2; k++) {
        int degree = sets[k]->inputs.shape.dim[1];
        for (int n = 0; n < sets[k]->count; n++)
            fprintf(table, "%s\t%.4f\t%.4f\n", k ? "validation" : "train",
                    (double)reals(&sets[k]->inputs)[n * degree],
                    (double)reals(&sets[k]->targets)[n]);
    }
}

static Misses fit(App *app, FILE *curves, const Lesson *lesson, int degree)
{
    Day day = day_new(lesson, 0, lesson->points, degree);
    Line line = line_new(degree);
    char name[16];
    snprintf(name, sizeof name, "%d", degree);
    if (!fit_exactly(&line, &day.train, 0))
        app_fail(app, 1, "degree %d cannot be told apart", degree);
    Misses m = misses_of(&line, &day);
    write_curve(curves, name, &line);
    metric_of(app, m.train, "m", "fits_%d_train", degree);
    metric_of(app, m.validation, "m", "fits_%d_validation", degree);
    metric_of(app, m.test, "m", "fits_%d_test", degree);
    metric_of(app, squared_length(&line), "", "fits_%d_length", degree);
    if (degree == HIGHEST) write_points(app, &day);
    line_free(&line);
    day_free(&day);
    return m;
}

void show_fits(App *app, Lesson *lesson)
{
    Misses m[FITS];
    FILE *curves = app_table(app, "fits", "degree\tx\ty");
    for (int k = 0; k < FITS; k++)
        m[k] = fit(app, curves, lesson, degrees[k]);
    app_metric(app, "fits_points", lesson->points, "readings");
    app_metric(app, "fits_judges", TEST_READINGS, "readings");
    app_say(app,
            "fits: off by %.2f, %.2f, %.2f m where degrees 1, 4, 15 have "
            "learned; by %.2f, %.2f, %.2f m on new readings  [fig:ch04-fits]",
            m[0].train, m[1].train, m[2].train, m[0].test, m[1].test,
            m[2].test);
}
