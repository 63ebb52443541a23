// Why squares? If what the line misses by were drawn from a bell, the line of
// the least squared error would be the likeliest. Is it a bell?
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

enum { BOXES = 80, STEPS = 400 };

// exp(-z²/2) / sqrt(2 pi)
static double bell(double z) { return exp(-z * z / 2) / sqrt(2 * M_PI); }

typedef struct Tails {
    double beyond1, beyond3;   // shares more than 1 and 3 deviations away
} Tails;

static void write_boxes(App *app, const int *count, int houses, double sigma,
                        const Lesson *lesson)
{
    FILE *table = app_table(app, "likelihood", "residual\tshare\tbell");
    for (int k = 0; k < BOXES; k++) {
        double z = (k + 0.5) * 8 / BOXES - 4;
        fprintf(table, "%.6g\t%.6g\t%.6g\n", lesson->size * sigma * z,
                (double)count[k] / houses, bell(z) * 8 / BOXES);
    }
}

// The residuals of the training rows in deviations, counted from -4 to 4.
static Tails count_residuals(App *app, const Lesson *lesson)
{
    const Dataset *set = &lesson->sets.train;
    double sigma = miss_of_line(&lesson->line, set).rms;
    int count[BOXES] = {0};
    Tails tails = {0, 0};
    Houses h = houses_of(set);
    for (int n = 0; n < h.count; n++) {
        double said =
            line_price(&lesson->line, h.x + n * lesson->line.features);
        double z = ((double)h.t[n] - said) / sigma;
        int box = (int)floor((z + 4) * BOXES / 8);
        if (box >= 0 && box < BOXES) count[box]++;
        tails.beyond1 += (fabs(z) > 1) / (double)h.count;
        tails.beyond3 += (fabs(z) > 3) / (double)h.count;
    }
    write_boxes(app, count, h.count, sigma, lesson);
    return tails;
}

// Other errors, another loss: that of |y - t|, whose slope is the sign of
// y - t, whatever its size. The steps grow shorter, since the slope does not.
static Miss least_absolute(const Lesson *lesson)
{
    const Dataset *train = &lesson->sets.train;
    Houses h = houses_of(train);
    Line line = line_new(lesson->line.features);
    Line gradient = line_new(line.features);
    *line.b = (float)mean_of_targets(train);
    for (int step = 0; step < STEPS; step++) {
        for (int d = 0; d <= line.features; d++) gradient.w[d] = 0;
        for (int n = 0; n < h.count; n++) {
            const float *x = h.x + n * line.features;
            float sign = line_price(&line, x) > h.t[n] ? 1 : -1;
            for (int d = 0; d < line.features; d++)
                gradient.w[d] += sign * x[d] / (float)h.count;
            *gradient.b += sign / (float)h.count;
        }
        descend(&line, &gradient, 60.0f * (float)(STEPS - step) / STEPS);
    }
    Miss miss = miss_of_line(&line, &lesson->sets.test);
    line_free(&line);
    line_free(&gradient);
    return miss;
}

void show_likelihood(App *app, Lesson *lesson)
{
    Tails tails = count_residuals(app, lesson);
    Miss squares = miss_of_line(&lesson->line, &lesson->sets.test);
    Miss absolute = least_absolute(lesson);
    app_metric(app, "likelihood_beyond1", tails.beyond1, "fraction");
    app_metric(app, "likelihood_beyond3", tails.beyond3, "fraction");
    app_metric(app, "likelihood_times", tails.beyond3 / erfc(3 / sqrt(2)),
               "as many as of a bell");
    app_metric(app, "likelihood_bell1", erfc(1 / sqrt(2)), "fraction");
    app_metric(app, "likelihood_bell3", erfc(3 / sqrt(2)), "fraction");
    price_metric(app, lesson, "absolute_rmse", absolute.rms);
    price_metric(app, lesson, "absolute_mae", absolute.mean);
    app_say(app,
            "likelihood: %.1f%% of the residuals are beyond three "
            "deviations, of a bell %.2f%%; the least absolute error "
            "misses by %s on average instead of %s  "
            "[fig:ch02-likelihood]",
            100 * tails.beyond3, 100 * erfc(3 / sqrt(2)),
            money(lesson, absolute.mean), money(lesson, squares.mean));
}
