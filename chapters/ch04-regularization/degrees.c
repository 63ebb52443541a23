// Which degree? Readings that no curve has learned from choose it, and others
// judge the choice.
#include "lesson.h"

#include <math.h>

enum { DAYS = 100 };

static Misses best_of_degree(const Lesson *lesson, int day, int degree)
{
    Day d = day_new(lesson, day, lesson->points, degree);
    Line line = line_new(degree);
    Misses m = {INFINITY, INFINITY, INFINITY};
    if (fit_exactly(&line, &d.train, 0)) m = misses_of(&line, &d);
    line_free(&line);
    day_free(&d);
    return m;
}

// The degree with the least error on the readings that choose; its errors.
static int choose(Misses *chosen, const Lesson *lesson, int day, FILE *table)
{
    int best = 0;
    for (int degree = 1; degree <= HIGHEST; degree++) {
        Misses m = best_of_degree(lesson, day, degree);
        if (table)
            fprintf(table, "%d\t%.5g\t%.5g\t%.5g\n", degree, m.train,
                    m.validation, m.test);
        if (best > 0 && m.validation >= chosen->validation) continue;
        best = degree;
        *chosen = m;
    }
    return best;
}

// What a choice promises: over many days, how far the chosen curve is off on
// the readings that chose it, and on others.
static void many_days(App *app, const Lesson *lesson)
{
    double flattered[DAYS];
    int times[HIGHEST + 1] = {0};
    FILE *table = app_table(app, "degrees-chosen", "degree\tdays");
    for (int day = 1; day <= DAYS; day++) {
        Misses m;
        times[choose(&m, lesson, day, NULL)]++;
        flattered[day - 1] = m.test - m.validation;
        app_stop_if_interrupted(app);
    }
    int three_to_five = times[3] + times[4] + times[5];
    for (int degree = 1; degree <= HIGHEST; degree++)
        fprintf(table, "%d\t%d\n", degree, times[degree]);
    app_metric(app, "degrees_three_to_five", three_to_five, "days");
    spread_metric(app, "degrees_flattered", spread_of(flattered, DAYS), "m");
}

void show_degrees(App *app, Lesson *lesson)
{
    Misses m;
    FILE *table =
        app_table(app, "degrees", "degree\ttrain\tvalidation\ttest");
    int best = choose(&m, lesson, 0, table);
    app_metric(app, "degrees_best", best, "");
    app_metric(app, "degrees_best_validation", m.validation, "m");
    app_metric(app, "degrees_best_test", m.test, "m");
    many_days(app, lesson);
    app_say(app,
            "degrees: the readings that choose prefer degree %d, which is "
            "off by %.2f m on those that judge  [fig:ch04-degrees]",
            best, m.test);
}
