// Plain least squares, ridge, lasso and the elastic net on the same held-out
// sales, over twenty random splits: who is better, and is that certain?
#include "houses.h"
#include "lesson.h"
#include "pull.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SPLITS = 20, WAYS = 4, PULLS = 6 };
static const char *const ways[WAYS] = {"plain", "ridge", "lasso", "elastic"};
static const double pulls[PULLS] = {1, 0.3, 0.1, 0.03, 0.01, 0.003};

// The share of the pull that is a corner; the rest is a square.
static const double corners[WAYS] = {0, 0, 1, 0.5};

// w of one way with one pull. The lasso begins where the last pull ended.
static int fit(double *w, const Sums *s, int way, double pull)
{
    double corner = corners[way] * pull;
    if (corner == 0) return pull_by_square(w, s, way == 0 ? 0 : pull);
    // A weight of 1 pays as much either way.
    pull_to_corners(w, s, corner / 10, (pull - corner) / 10);
    return 0;
}

// The pull with which the rows that choose are predicted best.
static double choose(const Dataset *train, const Sums *fitted, int way)
{
    Quarters q = quarters_of(train);
    double *w = allocate((size_t)fitted->columns, sizeof *w);
    double best = pulls[0], least = INFINITY;
    for (int k = 0; k < PULLS && way > 0; k++) {
        fit(w, fitted, way, pulls[k]);
        double off = miss_of(w, &q.choose);
        if (off < least) best = pulls[k];
        least = fmin(least, off);
    }
    free(w);
    return best;
}

typedef struct Verdict {
    double train[WAYS], test[WAYS], pull[WAYS];
    int zeros[WAYS], left_out, columns;
} Verdict;

static Verdict judge(App *app, uint64_t seed)
{
    Error error = {0};
    TableSets sets = houses_new(app->data, seed, &error);
    app_check(app, sets.train.count > 0, &error);
    Quarters q = quarters_of(&sets.train);
    Sums all = sums_of(&sets.train), some = sums_of(&q.fit);
    Verdict v = {.columns = all.columns};
    double *w = allocate((size_t)all.columns, sizeof *w);
    for (int way = 0; way < WAYS; way++) {
        v.pull[way] = choose(&sets.train, &some, way);
        memset(w, 0, (size_t)all.columns * sizeof *w);
        int out = fit(w, &all, way, v.pull[way]);
        if (way == 0) v.left_out = out;
        v.zeros[way] = zeros_in(w, all.columns);
        v.train[way] = miss_of(w, &sets.train);
        v.test[way] = miss_of(w, &sets.test);
    }
    free(w);
    sums_free(&all);
    sums_free(&some);
    table_sets_free(&sets);
    app_stop_if_interrupted(app);
    return v;
}

// The mean over all splits, and of the differences to plain least squares on
// the same split.
static Spread note(App *app, const Verdict *v, int way)
{
    double train[SPLITS], test[SPLITS], gain[SPLITS], zeros[SPLITS];
    char name[64];
    for (int k = 0; k < SPLITS; k++) {
        train[k] = v[k].train[way];
        test[k] = v[k].test[way];
        gain[k] = v[k].test[0] - v[k].test[way];
        zeros[k] = v[k].zeros[way];
    }
    metric_of(app, spread_of(train, SPLITS).mean, "", "ames_%s_train",
              ways[way]);
    metric_of(app, spread_of(zeros, SPLITS).mean, "", "ames_%s_zeros",
              ways[way]);
    snprintf(name, sizeof name, "ames_%s", ways[way]);
    spread_metric(app, name, spread_of(test, SPLITS), "");
    snprintf(name, sizeof name, "ames_%s_gain", ways[way]);
    if (way > 0) spread_metric(app, name, spread_of(gain, SPLITS), "");
    return spread_of(test, SPLITS);
}

// How far is the lasso behind ridge, and is that chance?
static void compare(App *app, const Verdict *v)
{
    double behind[SPLITS];
    for (int k = 0; k < SPLITS; k++) behind[k] = v[k].test[2] - v[k].test[1];
    spread_metric(app, "ames_lasso_behind", spread_of(behind, SPLITS), "");
}

void show_ames(App *app, Lesson *lesson)
{
    (void)lesson;
    Verdict v[SPLITS];
    Spread test[WAYS];
    FILE *table =
        app_table(app, "ames", "split\tplain\tridge\tlasso\telastic");
    for (int k = 0; k < SPLITS; k++) {
        v[k] = judge(app, app->seed + (uint64_t)k);
        fprintf(table, "%d\t%.5f\t%.5f\t%.5f\t%.5f\n", k + 1, v[k].test[0],
                v[k].test[1], v[k].test[2], v[k].test[3]);
        app_detail(app, "split %d: pulls %g, %g, %g", k + 1, v[k].pull[1],
                   v[k].pull[2], v[k].pull[3]);
    }
    for (int way = 0; way < WAYS; way++) test[way] = note(app, v, way);
    compare(app, v);
    app_metric(app, "ames_columns", v[0].columns, "");
    app_metric(app, "ames_left_out", v[0].left_out, "");
    app_say(app,
            "ames: over %d splits plain least squares is off by %.3f ± %.3f "
            "on held-out sales, ridge by %.3f ± %.3f, lasso by %.3f ± %.3f  "
            "[fig:ch04-ames]",
            SPLITS, test[0].mean, test[0].error, test[1].mean, test[1].error,
            test[2].mean, test[2].error);
}
