// Two hundred days, two hundred curves of each degree. How far is their mean
// from the swell, and how far are they from their mean?
#include "lesson.h"

#include <math.h>

enum { DAYS = 200, PLACES = 100, DEGREES = 9, SHOWN = 20 };

static double place(int k) { return (2.0 * k + 1) / PLACES - 1; }

// At each place the sum of all curves, and of their squares.
typedef struct Curves {
    double sum[PLACES], squares[PLACES];
    double miss;   // the mean squared error on each day's test readings
} Curves;

static void add_curve(Curves *c, const Line *line)
{
    for (int k = 0; k < PLACES; k++) {
        double y = curve_at(line, place(k));
        c->sum[k] += y;
        c->squares[k] += y * y;
    }
}

typedef struct Parts {
    double bias, variance;   // both squared, in m²
} Parts;

static Parts parts_of(const Curves *c)
{
    Parts p = {0};
    for (int k = 0; k < PLACES; k++) {
        double mean = c->sum[k] / DAYS;
        p.bias += pow(mean - swell_at(place(k)), 2) / PLACES;
        p.variance += (c->squares[k] / DAYS - mean * mean) / PLACES;
    }
    return p;
}

static Parts learn_days(App *app, FILE *table, FILE *curves,
                        const Lesson *lesson, int degree)
{
    Curves c = {0};
    Line line = line_new(degree);
    for (int day = 1; day <= DAYS; day++) {
        Day d = day_new(lesson, day, lesson->points, degree);
        if (!fit_exactly(&line, &d.train, 0))
            app_fail(app, 1, "degree %d cannot be told apart", degree);
        add_curve(&c, &line);
        c.miss += pow(miss(&line, samples_in(&d.test)), 2) / DAYS;
        char name[16];
        snprintf(name, sizeof name, "%d", degree);
        if (day <= SHOWN && (degree == 1 || degree == 4 || degree == DEGREES))
            write_curve(curves, name, &line);
        day_free(&d);
    }
    Parts p = parts_of(&c);
    double floor = pow(lesson->swell.noise, 2);
    fprintf(table, "%d\t%.6g\t%.6g\t%.6g\t%.6g\t%.6g\n", degree, p.bias,
            p.variance, floor, p.bias + p.variance + floor, c.miss);
    metric_of(app, p.bias, "m²", "variance_%d_bias", degree);
    metric_of(app, p.variance, "m²", "variance_%d_variance", degree);
    metric_of(app, p.bias + p.variance + floor, "m²", "variance_%d_sum",
              degree);
    metric_of(app, c.miss, "m²", "variance_%d_test", degree);
    line_free(&line);
    app_stop_if_interrupted(app);
    return p;
}

void show_variance(App *app, Lesson *lesson)
{
    FILE *table = app_table(app, "variance",
                            "degree\tbias\tvariance\tnoise\tsum\ttest");
    FILE *curves = app_table(app, "variance-curves", "degree\tx\ty");
    Parts p[DEGREES + 1];
    for (int degree = 1; degree <= DEGREES; degree++)
        p[degree] = learn_days(app, table, curves, lesson, degree);
    app_say(app,
            "variance: over %d days degree 1 has a squared bias of %.3f and "
            "a variance of %.3f, degree 4 %.3f and %.3f, degree %d %.3f and "
            "%.3f m²  [fig:ch04-variance]",
            DAYS, p[1].bias, p[1].variance, p[4].bias, p[4].variance, DEGREES,
            p[DEGREES].bias, p[DEGREES].variance);
}
