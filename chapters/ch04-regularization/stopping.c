// No pull, but the steps end in time: where other readings say so.
#include "lesson.h"

#include <math.h>

enum { STEPS = 300000, LOOK = 20, PATIENCE = 100 };
static const float rate = 0.3f;

//@ keeper
// The best line so far, and how often since then another was no better.
typedef struct Keeper {
    Line best;
    double least;
    int step, waited;
} Keeper;

// Is it time to stop?
static bool keep_best(Keeper *k, const Line *line, double off, int step)
{
    if (off < k->least) {
        line_copy(&k->best, line);
        k->least = off;
        k->step = step;
        k->waited = 0;
        return false;
    }
    return ++k->waited >= PATIENCE;
}
//@ end keeper

void show_stopping(App *app, Lesson *lesson)
{
    Day day = day_new(lesson, 0, lesson->points, HIGHEST);
    Samples train = samples_in(&day.train);
    Line line = line_new(HIGHEST), gradient = line_new(HIGHEST);
    Keeper keeper = {.best = line_new(HIGHEST), .least = INFINITY};
    int stopped = 0, drawn = 0;   // drawn: the next step to be drawn
    FILE *table = app_table(app, "stopping", "step\ttrain\tvalidation\ttest");
    for (int step = 0; step <= STEPS; step++) {
        if (step % LOOK == 0) {
            Misses m = misses_of(&line, &day);
            if (step >= drawn) {
                fprintf(table, "%d\t%.5g\t%.5g\t%.5g\n", step, m.train,
                        m.validation, m.test);
                drawn += LOOK + step / 10;
            }
            if (!stopped && keep_best(&keeper, &line, m.validation, step))
                stopped = step;
            app_stop_if_interrupted(app);
        }
        gradient_plain(&gradient, &line, train, 0);
        descend(&line, &gradient, rate);
    }
    Misses best = misses_of(&keeper.best, &day), end = misses_of(&line, &day);
    app_metric(app, "stopping_best_step", keeper.step, "steps");
    app_metric(app, "stopping_stopped", stopped, "steps");
    app_metric(app, "stopping_best_train", best.train, "m");
    app_metric(app, "stopping_best_test", best.test, "m");
    app_metric(app, "stopping_end_train", end.train, "m");
    app_metric(app, "stopping_end_test", end.test, "m");
    app_metric(app, "stopping_best_length",
               sqrt(squared_length(&keeper.best)), "");
    app_metric(app, "stopping_end_length", sqrt(squared_length(&line)), "");
    app_say(app,
            "stopping: best after %d of %d steps, off by %.2f m on new "
            "readings; at the end by %.2f m  [fig:ch04-stopping]",
            keeper.step, STEPS, best.test, end.test);
    line_free(&line);
    line_free(&gradient);
    line_free(&keeper.best);
    day_free(&day);
}
