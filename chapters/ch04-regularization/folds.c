// Twenty readings and no more. Shall five of them choose the pull, or shall
// each have its turn at judging?
#include "lesson.h"
#include "split.h"

#include <math.h>

enum { DAYS = 100, FOLDS = 5, PULLS = 9 };
static double pull_of(int k) { return pow(10, -6 + 0.75 * k); }

// Adds to off[k] the squared errors with pull k of the readings held out.
static void judge(App *app, double *off, const Dataset *all, const Split *s)
{
    int degree = all->inputs.shape.dim[1];
    Dataset train = dataset_rows(all, s->train);
    Dataset held_out = dataset_rows(all, s->test);
    Line line = line_new(degree);
    for (int k = 0; k < PULLS; k++) {
        if (!fit_exactly(&line, &train, pull_of(k)))
            app_fail(app, 1, "degree %d cannot be told apart", degree);
        off[k] += pow(miss(&line, samples_in(&held_out)), 2) * held_out.count;
    }
    line_free(&line);
    dataset_free(&train);
    dataset_free(&held_out);
}

static int least(const double *off)
{
    int best = 0;
    for (int k = 1; k < PULLS; k++)
        if (off[k] < off[best]) best = k;
    return best;
}

typedef struct Choice {
    int one, all;   // the pulls that one fold chose, and all five
    double by_one, by_all, best;   // the test errors that these led to
    double promised;   // what the five folds said of their choice
} Choice;

static double test_error(App *app, const Day *day, int k)
{
    Line line = line_new(HIGHEST);
    if (!fit_exactly(&line, &day->train, pull_of(k)))
        app_fail(app, 1, "degree %d cannot be told apart", HIGHEST);
    double off = miss(&line, samples_in(&day->test));
    line_free(&line);
    return off;
}

static Choice choose(App *app, const Lesson *lesson, int number)
{
    Day day = day_new(lesson, number, lesson->points, HIGHEST);
    double one[PULLS] = {0}, all[PULLS] = {0}, truth[PULLS];
    for (int fold = 0; fold < FOLDS; fold++) {
        Split split;
        Error error = {0};
        app_check(app,
                  split_fold(&split, day.train.count, FOLDS, fold,
                             app->seed + (uint64_t)number, &error),
                  &error);
        if (fold == 0) judge(app, one, &day.train, &split);
        judge(app, all, &day.train, &split);
        split_free(&split);
    }
    for (int k = 0; k < PULLS; k++) truth[k] = test_error(app, &day, k);
    Choice c = {.one = least(one), .all = least(all)};
    c.by_one = truth[c.one];
    c.by_all = truth[c.all];
    c.best = truth[least(truth)];
    c.promised = sqrt(all[c.all] / day.train.count);
    day_free(&day);
    return c;
}

// One day's folds, for the picture: which reading judges when.
static void write_folds(App *app, const Lesson *lesson)
{
    FILE *table = app_table(app, "folds-rows", "fold\treading");
    for (int fold = 0; fold < FOLDS; fold++) {
        Split split;
        Error error = {0};
        app_check(app,
                  split_fold(&split, lesson->points, FOLDS, fold, app->seed,
                             &error),
                  &error);
        for (int i = 0; i < split.test.count; i++)
            fprintf(table, "%d\t%d\n", fold, split.test.row[i]);
        split_free(&split);
    }
}

void show_folds(App *app, Lesson *lesson)
{
    double one[DAYS], all[DAYS], gain[DAYS], promised[DAYS];
    FILE *table = app_table(app, "folds", "day\tone\tall\tby_one\tby_all");
    for (int k = 0; k < DAYS; k++) {
        Choice c = choose(app, lesson, k + 1);
        one[k] = c.by_one - c.best;
        all[k] = c.by_all - c.best;
        gain[k] = c.by_one - c.by_all;
        promised[k] = c.by_all - c.promised;
        fprintf(table, "%d\t%.3g\t%.3g\t%.5f\t%.5f\n", k + 1, pull_of(c.one),
                pull_of(c.all), c.by_one, c.by_all);
        app_stop_if_interrupted(app);
    }
    write_folds(app, lesson);
    spread_metric(app, "folds_one", spread_of(one, DAYS), "m");
    spread_metric(app, "folds_all", spread_of(all, DAYS), "m");
    spread_metric(app, "folds_gain", spread_of(gain, DAYS), "m");
    spread_metric(app, "folds_promised", spread_of(promised, DAYS), "m");
    app_say(app,
            "folds: above the best pull of the day, the choice of one fold "
            "costs %.3f m, that of all five %.3f m; paired difference %.3f ± "
            "%.3f m  [fig:ch04-folds]",
            spread_of(one, DAYS).mean, spread_of(all, DAYS).mean,
            spread_of(gain, DAYS).mean, spread_of(gain, DAYS).error);
}
