// Batch normalisation: its gradient as the page derives it, beside numerical
// ones, and what it forgives in the first weights.
#include "deep.h"
#include "lesson.h"
#include "valley.h"

#include <math.h>
#include <stdlib.h>

enum { COUNT = 12 };   // one unit's answers to a batch
#define EPSILON 1e-5

/* ---- One unit, in plain loops -------------------------------------------*/

// y(n) = (x(n) - mean) / deviation, over the batch; gives the deviation
static double normalise(double *y, const double *x)
{
    double mean = 0, variance = 0;
    for (int n = 0; n < COUNT; n++) mean += x[n] / COUNT;
    for (int n = 0; n < COUNT; n++)
        variance += (x[n] - mean) * (x[n] - mean) / COUNT;
    double deviation = sqrt(variance + EPSILON);
    for (int n = 0; n < COUNT; n++) y[n] = (x[n] - mean) / deviation;
    return deviation;
}

// dx(n) = (dy(n) - mean of dy - y(n) mean of (dy y)) / deviation
static void normalise_backward(double *dx, const double *dy, const double *y,
                               double deviation)
{
    double mean = 0, along = 0;
    for (int n = 0; n < COUNT; n++) {
        mean += dy[n] / COUNT;
        along += dy[n] * y[n] / COUNT;
    }
    for (int n = 0; n < COUNT; n++)
        dx[n] = (dy[n] - mean - y[n] * along) / deviation;
}

// L = sum over n of dy(n) y(n): a loss whose gradient to y is dy.
static double loss_of(const double *x, const double *dy)
{
    double y[COUNT], sum = 0;
    normalise(y, x);
    for (int n = 0; n < COUNT; n++) sum += dy[n] * y[n];
    return sum;
}

static double far_from_numerical(const double *x, const double *dy,
                                 const double *dx)
{
    const double h = 1e-5;
    double most = 0, moved[COUNT];
    for (int n = 0; n < COUNT; n++) {
        for (int i = 0; i < COUNT; i++) moved[i] = x[i];
        moved[n] = x[n] + h;
        double above = loss_of(moved, dy);
        moved[n] = x[n] - h;
        double slope = (above - loss_of(moved, dy)) / (2 * h);
        most = fmax(most, fabs(slope - dx[n]));
    }
    return most;
}

static void show_gradient(App *app)
{
    Stream stream = {.seed = 1, .purpose = FOR_LESSON};
    double x[COUNT], y[COUNT], dy[COUNT], dx[COUNT], sum = 0, along = 0;
    for (int n = 0; n < COUNT; n++) {
        x[n] = 3 + 2 * random_normal(stream, (uint64_t)n);
        dy[n] = random_normal(stream, (uint64_t)(COUNT + n));
    }
    double deviation = normalise(y, x);
    normalise_backward(dx, dy, y, deviation);
    FILE *table = app_table(app, "batch-norm-unit", "n\tx\ty\tdy\tdx");
    for (int n = 0; n < COUNT; n++) {
        fprintf(table, "%d\t%.4f\t%.4f\t%.4f\t%.4f\n", n, x[n], y[n], dy[n],
                dx[n]);
        sum += dx[n];
        along += dx[n] * y[n];
    }
    app_metric(app, "batch_norm_numerical_apart",
               far_from_numerical(x, dy, dx), "");
    app_metric(app, "batch_norm_sum", fabs(sum), "");
    app_metric(app, "batch_norm_along", fabs(along), "");
}

/* ---- What it forgives ---------------------------------------------------*/

static double taught(App *app, Lesson *lesson, const Start *start, bool with)
{
    Dataset few = dataset_first(&lesson->train, FEW);
    Dataset test = dataset_first(&lesson->test, JUDGED);
    Learner l = deep_learner(app, start, with);
    learner_train(&l, app, &few,
                  (Course){.epochs = 1,
                           .rate = (Real)0.02,
                           .optimizer = optimizers[MOMENTUM],
                           .schedule = constant_rate});
    double right = accuracy(l.input, l.output, &test);
    learner_free(&l);
    return right;
}

void show_batch_norm(App *app, Lesson *lesson)
{
    app->batch = SMALL_BATCH;
    show_gradient(app);
    FILE *table = app_table(app, "batch-norm", "start\twithout\twith");
    double worst[2] = {1, 1};
    for (int k = 1; k < STARTS; k++) {   // zero: nothing helps
        double right[2];
        const Start *start = &starts[k];
        for (int with = 0; with < 2; with++) {
            right[with] = taught(app, lesson, start, with);
            worst[with] = fmin(worst[with], right[with]);
            app_metric_of(app, right[with], "fraction", "batch_norm_%s_%s",
                          with ? "with" : "without", start->name);
        }
        fprintf(table, "%s\t%.4f\t%.4f\n", start->name, right[0], right[1]);
    }
    app_say(app,
            "batch normalisation: the worst of four first weights reads "
            "%.1f%% with it, %.1f%% without  [fig:ch06-batch-norm]",
            100 * worst[1], 100 * worst[0]);
}
