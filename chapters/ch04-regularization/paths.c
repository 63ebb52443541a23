// Each weight of the Ames line against the pull: with a square they shrink
// together, with a corner they reach 0 one after the other.
#include "houses.h"
#include "lesson.h"
#include "pull.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 33, SHOWN = 8 };

static double square_of(int step) { return pow(10, 2 - step / 8.0); }
static double corner_of(int step) { return pow(10, -0.2 - step / 8.0); }

// The features with the largest weights of the lasso in the middle.
static void strongest(int *shown, const double *w, int features)
{
    bool *taken = allocate((size_t)features, sizeof *taken);
    for (int k = 0; k < SHOWN; k++) {
        shown[k] = 0;
        for (int d = 0; d < features; d++)
            if (!taken[d] &&
                (taken[shown[k]] || fabs(w[d]) > fabs(w[shown[k]])))
                shown[k] = d;
        taken[shown[k]] = true;
    }
    free(taken);
}

static void write_step(FILE *table, const char *way, double pull,
                       const double *w, const TableSets *sets,
                       const int *shown)
{
    for (int k = 0; k < SHOWN; k++)
        fprintf(table, "%s\t%s\t%.5g\t%.6g\n", way,
                sets->encoder.feature[shown[k]], pull, w[shown[k]]);
}

void show_paths(App *app, Lesson *lesson)
{
    (void)lesson;
    Error error = {0};
    TableSets sets = houses_new(app->data, app->seed, &error);
    app_check(app, sets.train.count > 0, &error);
    Sums s = sums_of(&sets.train);
    int features = s.columns - 1, shown[SHOWN], middle = 0;
    double *w = allocate((size_t)s.columns, sizeof *w);
    FILE *table = app_table(app, "paths", "way\tfeature\tpull\tw");
    FILE *counts = app_table(app, "paths-count", "pull\tweights\ttest");
    pull_to_corners(w, &s, corner_of(STEPS / 2), 0);
    strongest(shown, w, features);
    middle = features - zeros_in(w, features);
    memset(w, 0, (size_t)s.columns * sizeof *w);
    for (int step = 0; step < STEPS; step++) {
        pull_to_corners(w, &s, corner_of(step), 0);
        write_step(table, "lasso", corner_of(step), w, &sets, shown);
        fprintf(counts, "%.5g\t%d\t%.5f\n", corner_of(step),
                features - zeros_in(w, features), miss_of(w, &sets.test));
        app_stop_if_interrupted(app);
    }
    for (int step = 0; step < STEPS; step++) {
        pull_by_square(w, &s, square_of(step));
        write_step(table, "ridge", square_of(step), w, &sets, shown);
    }
    app_metric(app, "paths_features", features, "");
    app_metric(app, "paths_middle", middle, "");
    app_metric(app, "paths_middle_pull", corner_of(STEPS / 2), "");
    app_metric_text(app, "paths_first", sets.encoder.feature[shown[0]]);
    app_say(app,
            "paths: pulled by a corner of %.3f, %d of %d weights are not 0; "
            "the strongest is that of %s  [fig:ch04-paths]",
            corner_of(STEPS / 2), middle, features,
            sets.encoder.feature[shown[0]]);
    free(w);
    sums_free(&s);
    table_sets_free(&sets);
}
