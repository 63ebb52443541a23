// The same training with five courses of the learning rate, three seeds
// each.
#include "lesson.h"

#include <math.h>

static Real by_steps(Real rate, int64_t step, int64_t steps)
{
    return step_decay(rate, step, steps / 3, (Real)0.1);
}

// Linearly up for a tenth of the training, then constant.
static Real warmed_up(Real rate, int64_t step, int64_t steps)
{
    return warm_up(rate, step, steps / 10);
}

typedef struct Schedule {
    const char *name;
    Real (*rate)(Real rate, int64_t step, int64_t steps);
} Schedule;
static const Schedule schedules[] = {{"constant", constant_rate},
                                     {"steps", by_steps},
                                     {"cosine", cosine},
                                     {"warm-up", warmed_up},
                                     {"one-cycle", one_cycle}};
enum { SCHEDULES = 5, SEEDS = 3, EPOCHS = 4, STEPS = 100 };
static const Real peak = (Real)4e-3;

static void write_rates(App *app)
{
    FILE *table = app_table(app, "schedules-rate", "schedule\tshare\trate");
    for (int k = 0; k < SCHEDULES; k++)
        for (int step = 0; step < STEPS; step++)
            fprintf(table, "%s\t%.3f\t%.6g\n", schedules[k].name,
                    (step + 0.5) / STEPS,
                    (double)schedules[k].rate(peak, step, STEPS));
}

static double taught(App *app, Lesson *lesson, const Schedule *s,
                     uint64_t seed)
{
    Dataset few = dataset_first(&lesson->train, FEW);
    Learner l = small_new(app, seed);
    learner_train(
        &l, app, &few,
        (Course){.epochs = EPOCHS, .rate = peak, .schedule = s->rate});
    double right = accuracy(l.input, l.output, &lesson->test);
    learner_free(&l);
    return right;
}

void show_schedules(App *app, Lesson *lesson)
{
    app->batch = SMALL_BATCH;
    write_rates(app);
    FILE *table =
        app_table(app, "schedules", "schedule\taccuracy\terror");
    double mean[SCHEDULES];
    for (int k = 0; k < SCHEDULES; k++) {
        double right[SEEDS], squares = 0;
        mean[k] = 0;
        for (int s = 0; s < SEEDS; s++) {
            right[s] = taught(app, lesson, &schedules[k],
                              app->seed + (uint64_t)s);
            mean[k] += right[s] / SEEDS;
        }
        for (int s = 0; s < SEEDS; s++) squares += pow(right[s] - mean[k], 2);
        double error = sqrt(squares / (SEEDS - 1) / SEEDS);
        fprintf(table, "%s\t%.5f\t%.5f\n", schedules[k].name, mean[k], error);
    }
    app_metric(app, "schedules_constant", mean[0], "fraction");
    app_metric(app, "schedules_steps", mean[1], "fraction");
    app_metric(app, "schedules_cosine", mean[2], "fraction");
    app_metric(app, "schedules_warm_up", mean[3], "fraction");
    app_metric(app, "schedules_one_cycle", mean[4], "fraction");
    app_say(app,
            "schedules: constant %.2f%%, in steps %.2f%%, cosine %.2f%%, "
            "warm-up %.2f%%, one cycle %.2f%%  [fig:ch06-schedules]",
            100 * mean[0], 100 * mean[1], 100 * mean[2], 100 * mean[3],
            100 * mean[4]);
}
