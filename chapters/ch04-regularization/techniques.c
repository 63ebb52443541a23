// The cures side by side: the same network, the same digits, one thing
// changed. What does it change in the errors?
#include "digits.h"
#include "lesson.h"

enum { DIGITS = 1000, DRAWS = 8, TIMES = 4 };

static const Recipe recipes[] = {
    {.key = "nothing", .name = "nothing"},
    {.key = "l2", .name = "L2", .penalty = 1e-3},
    {.key = "stopping", .name = "early stopping", .stopped = true},
    {.key = "dropout", .name = "dropout", .dropout = (Real)0.5},
    {.key = "norm", .name = "batch normalisation", .normalised = true},
    {.key = "smoothing", .name = "label smoothing", .smoothing = (Real)0.1},
    {.key = "augmentation", .name = "augmentation", .augmented = true},
    {.key = "data", .name = "more data", .times = TIMES},
};
enum { RECIPES = sizeof recipes / sizeof *recipes };

// test[draw] of a recipe: each draw has other digits and other first weights,
// and each recipe gets the same ones.
static void try_recipe(App *app, const Digits *all, const Recipe *r,
                       double *train, double *test)
{
    for (int draw = 0; draw < DRAWS; draw++) {
        uint64_t seed = app->seed + (uint64_t)draw;
        Digits d =
            digits_drawn(all, DIGITS * (r->times ? r->times : 1), seed);
        Answer a = learn_digits(app, &d, r, seed, NULL);
        train[draw] = a.train_error;
        test[draw] = a.test_error;
        digits_free(&d);
    }
}

static void note(App *app, FILE *table, const Recipe *r, const double *train,
                 const double *test, const double *nothing)
{
    double gain[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++)
        gain[draw] = nothing[draw] - test[draw];
    Spread t = spread_of(test, DRAWS), g = spread_of(gain, DRAWS);
    char name[64];
    snprintf(name, sizeof name, "techniques_%s", r->key);
    spread_metric(app, name, t, "fraction");
    snprintf(name, sizeof name, "techniques_%s_gain", r->key);
    spread_metric(app, name, g, "fraction");
    metric_of(app, spread_of(train, DRAWS).mean, "fraction",
              "techniques_%s_train", r->key);
    fprintf(table, "%s\t%s\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\n", r->key, r->name,
            spread_of(train, DRAWS).mean, t.mean, t.error, g.mean, g.error);
}

// One draw, watched: the loss of the training digits and of others.
static void write_curves(App *app, const Digits *all)
{
    FILE *curve = app_table(app, "techniques-curves",
                            "recipe\tepoch\ttrain\tvalidation");
    Digits d = digits_drawn(all, DIGITS, app->seed);
    learn_digits(app, &d, &recipes[0], app->seed, curve);
    learn_digits(app, &d, &recipes[3], app->seed, curve);
    digits_free(&d);
}

void show_techniques(App *app, Lesson *lesson)
{
    (void)lesson;
    Digits all = digits_all(app);
    double train[DRAWS], test[RECIPES][DRAWS];
    FILE *table = app_table(app, "techniques",
                            "key\tname\ttrain\ttest\terror\tgain\tgain_error");
    for (int k = 0; k < (int)RECIPES; k++) {
        try_recipe(app, &all, &recipes[k], train, test[k]);
        note(app, table, &recipes[k], train, test[k], test[0]);
    }
    write_curves(app, &all);
    app_say(app,
            "techniques: of %d digits' network %.1f%% of new digits are "
            "wrong; with dropout %.1f%%, augmentation %.1f%%, %d times the "
            "digits %.1f%%  [tab:ch04-techniques]",
            DIGITS, 100 * spread_of(test[0], DRAWS).mean,
            100 * spread_of(test[3], DRAWS).mean,
            100 * spread_of(test[6], DRAWS).mean, TIMES,
            100 * spread_of(test[7], DRAWS).mean);
    dataset_free(&all.train);
    dataset_free(&all.test);
}
