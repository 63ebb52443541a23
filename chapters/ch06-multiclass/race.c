// Eight optimizers on the valley, where one can see them walk, and on
// digits. Each has the best rate of a few, for each needs another.
#include "lesson.h"
#include "valley.h"

#include <math.h>
#include <stdlib.h>

enum { RATES = 4 };
// AdaDelta's own rate is 1; the others' best lie where their steps are about
// as long as a weight.
static const double rates[RULES][RATES] = {
    [SGD] = {0.1, 0.2, 0.4, 0.8},
    [MOMENTUM] = {0.02, 0.05, 0.1, 0.2},
    [NESTEROV] = {0.02, 0.05, 0.1, 0.2},
    [ADAGRAD] = {0.02, 0.04, 0.08, 0.16},
    [ADADELTA] = {1, 2, 4, 8},
    [RMSPROP] = {0.001, 0.002, 0.004, 0.008},
    [ADAM] = {0.002, 0.004, 0.008, 0.016},
    [ADAMW] = {0.002, 0.004, 0.008, 0.016},
};

static double last_loss(const Losses *l)
{
    enum { LAST = 50 };
    int count = l->steps < LAST ? l->steps : LAST;
    double sum = 0;
    for (int k = l->steps - count; k < l->steps; k++)
        sum += (double)l->of[k];
    return isfinite(sum) ? sum / count : INFINITY;
}

typedef struct Run {
    double rate, loss, accuracy;
    Losses losses;
} Run;

static Run run_at(App *app, Lesson *lesson, Rule rule, double rate)
{
    Dataset few = dataset_first(&lesson->train, FEW);
    Dataset test = dataset_first(&lesson->test, JUDGED);
    Learner l = small_new(app, app->seed);
    Run run = {.rate = rate};
    learner_train(&l, app, &few,
                  (Course){.epochs = 2,
                           .rate = (Real)rate,
                           .optimizer = optimizers[rule],
                           .schedule = constant_rate,
                           .losses = &run.losses});
    run.loss = last_loss(&run.losses);
    run.accuracy = accuracy(l.input, l.output, &test);
    learner_free(&l);
    return run;
}

// The rate whose training loss ends lowest: no test digit chooses it.
static Run best_run(App *app, Lesson *lesson, Rule rule)
{
    Run best = {.loss = INFINITY};
    for (int k = 0; k < RATES; k++) {
        Run run = run_at(app, lesson, rule, rates[rule][k]);
        bool better = run.loss < best.loss || !best.losses.of;
        free(better ? best.losses.of : run.losses.of);
        if (better) best = run;
    }
    return best;
}

static void write_walk(FILE *table, Rule rule, const Walk *walk)
{
    for (int step = 0; step <= 60; step++)
        fprintf(table, "%s\t%d\t%.5f\t%.5f\t%.6g\n", rule_name(rule), step,
                (double)walk->a[step], (double)walk->b[step],
                (double)walk->loss[step]);
}

void show_race(App *app, Lesson *lesson)
{
    app->batch = SMALL_BATCH;
    FILE *walks = app_table(app, "race-valley", "rule\tstep\ta\tb\tloss");
    FILE *losses = app_table(app, "race-loss", "rule\tstep\tloss");
    FILE *table = app_table(
        app, "race", "rule\tvalley\tturned\trate\tloss\taccuracy");
    Rule first = SGD;
    double least = INFINITY, plain = 0;
    for (Rule rule = SGD; rule < RULES; rule++) {
        Walk walk = valley_best(rule, TURNED);
        int straight = valley_best(rule, ALONG_THE_AXIS).steps;
        Run run = best_run(app, lesson, rule);
        write_walk(walks, rule, &walk);
        write_losses(losses, rule_name(rule), &run.losses);
        fprintf(table, "%s\t%d\t%d\t%g\t%.5f\t%.5f\n", rule_name(rule),
                straight, walk.steps, run.rate, run.loss, run.accuracy);
        app_metric_of(app, straight, "steps", "race_%s_straight",
                      rule_name(rule));
        app_metric_of(app, walk.steps, "steps", "race_%s_turned",
                      rule_name(rule));
        app_metric_of(app, run.loss, "", "race_%s_loss", rule_name(rule));
        if (rule == SGD) plain = run.loss;
        if (run.loss < least) {
            least = run.loss;
            first = rule;
        }
        free(run.losses.of);
    }
    app_metric_text(app, "race_first", rule_name(first));
    app_say(app,
            "race: of eight optimizers at their best rates %s has the least "
            "loss on %d digits, %.4f, plain descent %.4f  [fig:ch06-race]",
            rule_name(first), dataset_first(&lesson->train, FEW).count, least,
            plain);
}
