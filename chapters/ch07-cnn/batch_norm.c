// Batch normalisation keeps what each filter answers at mean 0 and variance 1
// over the batch. Which learning rates does a network survive with it, and
// which without?
#include "further.h"

#include <math.h>
#include <stdlib.h>

enum { RATES = 4 };
static const double rates[RATES] = {0.01, 0.1, 0.5, 2};

// The accuracy after one pass over the digits. Plain SGD: nothing else shall
// help.
static double try_rate(App *app, FILE *table, double rate, bool with,
                       const Dataset *few, const Dataset *test)
{
    Learner l = small_new(app, (Small){.normalised = with});
    Losses losses;
    Course once = {1, (Real)rate, sgd_new, constant_rate, .losses = &losses};
    learner_train(&l, app, few, once);
    char row[64];
    snprintf(row, sizeof row, "%g\t%s", rate, with ? "on" : "off");
    write_losses(table, row, &losses);

    double right = accuracy(l.input, l.output, test);
    free(losses.of);
    learner_free(&l);
    return right;
}

void show_batch_norm(App *app, Lesson *lesson)
{
    const Dataset *all = &lesson->train;
    Dataset few = dataset_first(all, DIGITS);
    Dataset test = dataset_first(&lesson->test, JUDGED);
    FILE *curves = app_table(app, "batch-norm", "rate\tnorm\tstep\tloss");
    FILE *table = app_table(app, "batch-norm-accuracy", "rate\toff\ton");
    double best[2] = {0, 0};
    for (int k = 0; k < RATES; k++) {
        double right[2];
        for (int with = 0; with < 2; with++) {
            right[with] = try_rate(app, curves, rates[k], with, &few,
                                   &test);
            best[with] = fmax(best[with], right[with]);
        }
        fprintf(table, "%g\t%.4f\t%.4f\n", rates[k], right[0], right[1]);
        app_detail(app, "rate %g: %.1f%% without, %.1f%% with", rates[k],
                   100 * right[0], 100 * right[1]);
        for (int with = 0; with < 2; with++) {
            app_metric_of(app, right[with], "fraction",
                          "batch_norm_%s_rate_%g", with ? "on" : "off",
                          rates[k]);
        }
    }
    app_metric(app, "batch_norm_best_off", best[0], "fraction");
    app_metric(app, "batch_norm_best_on", best[1], "fraction");
    app_say(app, "batch normalisation: after %d digits %.1f%% at the best of "
                 "%d rates, %.1f%% without  [fig:ch07-batch-norm]",
            few.count, 100 * best[1], RATES, 100 * best[0]);
}
