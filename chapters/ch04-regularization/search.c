// Learning rate and pull of the digits' network, twenty-five tries: on a
// grid, by chance, and by chance without the logarithm.
#include "digits.h"
#include "lesson.h"

#include <math.h>

enum { DIGITS = 500, TRIES = 25, SIDES = 5, DRAWS = 3, WAYS = 3 };
static const char *const ways[WAYS] = {"grid", "chance", "linear"};
static const double rates[2] = {1e-5, 1}, pulls[2] = {1e-7, 1e-1};

typedef struct Try {
    double rate, pull;
} Try;

// From the first to the second, share 0 … 1 of the way: of the exponent, or
// of the number itself.
static double along(const double *ends, double share, bool logarithmic)
{
    return logarithmic ? ends[0] * pow(ends[1] / ends[0], share)
                       : ends[0] + (ends[1] - ends[0]) * share;
}

static Try try_of(int way, int number, uint64_t seed)
{
    Stream s = {.seed = seed, .purpose = FOR_LESSON, .source = 40};
    double a, b;
    if (way == 0) {   // the middles of 5 x 5 squares
        a = (number % SIDES + 0.5) / SIDES;
        b = (number / SIDES + 0.5) / SIDES;
    } else {
        a = random_uniform(s, 2 * (uint64_t)number);
        b = random_uniform(s, 2 * (uint64_t)number + 1);
    }
    return (Try){along(rates, a, way < 2), along(pulls, b, way < 2)};
}

// The error on the validation digits decides; test digits are not asked.
static double error_of(App *app, const Digits *d, Try t, uint64_t seed)
{
    Recipe r = {.key = "search",
                .penalty = t.pull,
                .epochs = 5,
                .rate = (Real)t.rate};
    Digits judged = {d->train, d->validation, d->validation};
    return learn_digits(app, &judged, &r, seed, NULL).test_error;
}

static double search(App *app, FILE *table, const Digits *d, int way,
                     uint64_t seed)
{
    double least = 1;
    for (int number = 0; number < TRIES; number++) {
        Try t = try_of(way, number, seed);
        double wrong = error_of(app, d, t, seed);
        least = fmin(least, wrong);
        fprintf(table, "%s\t%d\t%d\t%.5g\t%.5g\t%.4f\t%.4f\n", ways[way],
                (int)seed, number + 1, t.rate, t.pull, wrong, least);
    }
    return least;
}

void show_search(App *app, Lesson *lesson)
{
    (void)lesson;
    Digits all = digits_all(app, 60);
    double least[WAYS][DRAWS];
    FILE *table = app_table(app, "search",
                            "way\tdraw\tnumber\trate\tpull\terror\tleast");
    for (int draw = 0; draw < DRAWS; draw++) {
        uint64_t seed = app->seed + (uint64_t)draw;
        Digits d = digits_drawn(&all, digits_at_most(&all, DIGITS), seed);
        for (int way = 0; way < WAYS; way++)
            least[way][draw] = search(app, table, &d, way, seed);
        digits_free(&d);
    }
    for (int way = 0; way < WAYS; way++)
        metric_of(app, spread_of(least[way], DRAWS).mean, "fraction",
                  "search_%s", ways[way]);
    double gain[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++)
        gain[draw] = least[0][draw] - least[1][draw];
    spread_metric(app, "search_gain", spread_of(gain, DRAWS), "fraction");
    app_say(app,
            "search: after %d tries %.1f%% wrong from a grid, %.1f%% by "
            "chance, %.1f%% by chance without a logarithm  "
            "[fig:ch04-search]",
            TRIES, 100 * spread_of(least[0], DRAWS).mean,
            100 * spread_of(least[1], DRAWS).mean,
            100 * spread_of(least[2], DRAWS).mean);
    dataset_free(&all.train);
    dataset_free(&all.test);
}
