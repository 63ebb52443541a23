// The same curves from more readings: what does that cure, and what not?
#include "lesson.h"

enum { SIZES = 7, DAYS = 25, MODELS = 2 };
static const int sizes[SIZES] = {20, 30, 50, 100, 200, 500, 1000};
static const int degrees[MODELS] = {1, HIGHEST};

// The median of many days: on some days degree 15 goes off to hundreds.
static void learn_days(App *app, FILE *table, const Lesson *lesson,
                       int degree, int points, double *test)
{
    double train[DAYS], tests[DAYS];
    for (int day = 1; day <= DAYS; day++) {
        Day d = day_new(lesson, day, points, degree);
        Line line = line_new(degree);
        if (!fit_exactly(&line, &d.train, 0))
            app_fail(app, 1, "degree %d cannot be told apart", degree);
        train[day - 1] = miss(&line, samples_in(&d.train));
        tests[day - 1] = miss(&line, samples_in(&d.test));
        line_free(&line);
        day_free(&d);
    }
    *test = median_of(tests, DAYS);
    fprintf(table, "%d\t%d\t%.5g\t%.5g\n", degree, points,
            median_of(train, DAYS), *test);
    metric_of(app, median_of(train, DAYS), "m", "data_%d_%d_train", degree,
              points);
    metric_of(app, *test, "m", "data_%d_%d_test", degree, points);
    app_stop_if_interrupted(app);
}

void show_data(App *app, Lesson *lesson)
{
    double test[MODELS][SIZES];
    FILE *table = app_table(app, "data", "degree\tpoints\ttrain\ttest");
    for (int m = 0; m < MODELS; m++)
        for (int k = 0; k < SIZES; k++)
            learn_days(app, table, lesson, degrees[m], sizes[k], &test[m][k]);
    app_say(app,
            "data: from 20 to 1000 readings degree 15 goes from %.2f to %.2f "
            "m, degree 1 from %.2f to %.2f m  [fig:ch04-data]",
            test[1][0], test[1][SIZES - 1], test[0][0], test[0][SIZES - 1]);
}
