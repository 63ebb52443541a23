// The cures side by side: the same network, the same digits, one thing
// changed. What does it change in the errors?
#include "digits.h"
#include "lesson.h"

#include <stdlib.h>

enum { DIGITS = 1000, DRAWS = 8, TIMES = 4 };

static const Recipe recipes[] = {
    {.key = "nothing", .name = "nothing"},
    {.key = "l2", .name = "L2", .penalty = 3e-3},
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
typedef struct Results {
    double train[DRAWS], test[DRAWS], train_loss[DRAWS], loss[DRAWS];
} Results;

static void try_recipe(App *app, const Digits *all, const Recipe *r,
                       Results *out)
{
    for (int draw = 0; draw < DRAWS; draw++) {
        uint64_t seed = app->seed + (uint64_t)draw;
        int count = digits_at_most(all, DIGITS);
        Digits d =
            digits_drawn(all, r->times ? r->times * count : count, seed);
        Answer a = learn_digits(app, &d, r, seed, NULL);
        out->train[draw] = a.train_error;
        out->test[draw] = a.test_error;
        out->train_loss[draw] = a.train_loss;
        out->loss[draw] = a.test_loss;
        digits_free(&d);
    }
}

// Means over the draws, and of the differences to nothing on the same draw.
static void note(App *app, FILE *table, const Recipe *r, const Results *these,
                 const Results *nothing)
{
    double gain[DRAWS], loss_gain[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
        gain[draw] = nothing->test[draw] - these->test[draw];
        loss_gain[draw] = nothing->loss[draw] - these->loss[draw];
    }
    double train = spread_of(these->train, DRAWS).mean;
    Spread test = spread_of(these->test, DRAWS);
    Spread loss = spread_of(these->loss, DRAWS);
    Spread g = spread_of(gain, DRAWS), h = spread_of(loss_gain, DRAWS);
    char name[64];
    snprintf(name, sizeof name, "techniques_%s", r->key);
    spread_metric(app, name, test, "fraction");
    snprintf(name, sizeof name, "techniques_%s_gain", r->key);
    spread_metric(app, name, g, "fraction");
    snprintf(name, sizeof name, "techniques_%s_loss", r->key);
    spread_metric(app, name, loss, "nats");
    snprintf(name, sizeof name, "techniques_%s_loss_gain", r->key);
    spread_metric(app, name, h, "nats");
    metric_of(app, train, "fraction", "techniques_%s_train", r->key);
    metric_of(app, spread_of(these->train_loss, DRAWS).mean, "nats",
              "techniques_%s_train_loss", r->key);
    fprintf(table, "%s\t%s\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\n",
            r->key, r->name, train, test.mean, test.error, g.mean, g.error,
            loss.mean, h.mean, h.error);
}

// One draw, watched: the loss of the training digits and of others.
static void write_curves(App *app, const Digits *all)
{
    FILE *curve = app_table(app, "techniques-curves",
                            "recipe\tepoch\ttrain\tvalidation");
    Digits d = digits_drawn(all, digits_at_most(all, DIGITS), app->seed);
    learn_digits(app, &d, &recipes[0], app->seed, curve);
    learn_digits(app, &d, &recipes[3], app->seed, curve);
    digits_free(&d);
}

void show_techniques(App *app, Lesson *lesson)
{
    (void)lesson;
    Digits all = digits_all(app, 60);
    Results *r = allocate(RECIPES, sizeof *r);
    FILE *table = app_table(app, "techniques",
                            "key\tname\ttrain\ttest\terror\tgain\tgain_error"
                            "\tloss\tloss_gain\tloss_gain_error");
    for (int k = 0; k < (int)RECIPES; k++) {
        try_recipe(app, &all, &recipes[k], &r[k]);
        note(app, table, &recipes[k], &r[k], &r[0]);
    }
    write_curves(app, &all);
    app_say(app,
            "techniques: of %d digits' network %.1f%% of new digits are "
            "wrong; with dropout %.1f%%, augmentation %.1f%%, %d times the "
            "digits %.1f%%  [tab:ch04-techniques]",
            digits_at_most(&all, DIGITS),
            100 * spread_of(r[0].test, DRAWS).mean,
            100 * spread_of(r[3].test, DRAWS).mean,
            100 * spread_of(r[6].test, DRAWS).mean, TIMES,
            100 * spread_of(r[7].test, DRAWS).mean);
    free(r);
    dataset_free(&all.train);
    dataset_free(&all.test);
}
