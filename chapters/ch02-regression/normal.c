// The best line without a single step, and when it cannot be had: its time
// grows with the square and the cube of the inputs, and inputs that repeat
// each other leave it without an answer.
#include "linear_algebra.h"
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS = 2000, SIZES = 5, STEPS = 20, TRIES = 3 };   // of simulated data

// Random inputs, and what they add up to, with noise.
static Dataset simulated(uint64_t seed, int features)
{
    Stream chance = {.seed = seed, .purpose = FOR_LESSON, .source = 1};
    Dataset set = {.count = ROWS,
                   .inputs = tensor_new(CPU, REAL, shape(ROWS, features)),
                   .targets = tensor_new(CPU, REAL, shape(ROWS))};
    for (int n = 0; n < ROWS; n++) {
        Real *x = reals(&set.inputs) + n * features;
        for (int d = 0; d < features; d++)
            x[d] = (Real)random_normal(chance, (uint64_t)(n * features + d));
        reals(&set.targets)[n] = x[0] - x[features - 1];
    }
    return set;
}

// Seconds of both ways: the normal equation, and STEPS steps over all rows.
// The shortest of a few tries, for a machine has other things to do.
static void time_both(FILE *table, uint64_t seed, int features, double *exact,
                      double *steps)
{
    Dataset set = simulated(seed, features);
    Line line = line_new(features), gradient = line_new(features);
    *exact = *steps = INFINITY;
    for (int try = 0; try < TRIES; try++) {
        int column;
        double began = seconds_now();
        fit_exactly(&line, &set, &column);
        double solved = seconds_now();
        for (int step = 0; step < STEPS; step++) {
            gradient_plain(&gradient, &line, houses_of(&set));
            descend(&line, &gradient, 0.1f);
        }
        *exact = fmin(*exact, solved - began);
        *steps = fmin(*steps, seconds_now() - solved);
    }
    fprintf(table, "%d\t%.6f\t%.6f\n", features, *exact, *steps);
    line_free(&line);
    line_free(&gradient);
    dataset_free(&set);
}

// Two more inputs that say nothing new: one that stands there already, and
// one that nearly does.
static double *copied(const Lesson *lesson, double noise)
{
    const TableSets *s = &lesson->sets;
    Stream chance = {.purpose = FOR_LESSON, .source = 3};
    double *copy = allocate((size_t)s->csv.rows, sizeof *copy);
    for (int n = 0; n < s->train.count; n++)
        copy[s->split.train.row[n]] =
            (double)reals(&s->train.inputs)[n * lesson->line.features] +
            noise * random_normal(chance, (uint64_t)n);
    return copy;
}

typedef struct Answer {
    bool solved;
    int column;   // that is refused, counted from 0
    double weight;   // of the copy
} Answer;

static Answer solve_with(const Lesson *lesson, double noise, double pull)
{
    const TableSets *s = &lesson->sets;
    double *copy = copied(lesson, noise);
    Dataset wider = with_column(&s->train, s->split.train, copy);
    Tensor x = with_ones(&wider.inputs);
    int columns = x.shape.dim[1];
    double *w = allocate(2 * (size_t)columns, sizeof *w);
    double *penalty = w + columns;
    for (int d = 0; d < columns - 1; d++) penalty[d] = pull;
    Answer a = {.column = -1};
    a.solved = least_squares(w, &x, &s->train.targets, penalty, &a.column);
    a.weight = w[columns - 2];
    tensor_free(&x);
    tensor_free(&wider.inputs);
    free(w);
    free(copy);
    return a;
}

static void try_copies(App *app, const Lesson *lesson)
{
    Answer twice = solve_with(lesson, 0, 0);
    Answer nearly = solve_with(lesson, 1e-5, 0);
    Answer pulled = solve_with(lesson, 0, 1);
    app_metric(app, "normal_twice_solved", twice.solved, "");
    app_metric(app, "normal_twice_column", twice.column, "counted from 0");
    app_metric(app, "normal_pulled_solved", pulled.solved, "");
    app_metric(app, "normal_nearly_solved", nearly.solved, "");
    price_metric(app, lesson, "normal_nearly_weight", fabs(nearly.weight));
    price_metric(app, lesson, "normal_pulled_weight", fabs(pulled.weight));
}

void show_normal(App *app, Lesson *lesson)
{
    static const int features[SIZES] = {10, 50, 100, 200, 400};
    double exact[SIZES], steps[SIZES];
    FILE *table = app_table(app, "normal", "features\texact\tsteps");
    for (int k = 0; k < SIZES; k++)
        time_both(table, app->seed, features[k], &exact[k], &steps[k]);
    try_copies(app, lesson);
    app_metric(app, "normal_exact_10", 1e3 * exact[0], "ms");
    app_metric(app, "normal_exact_400", 1e3 * exact[SIZES - 1], "ms");
    app_metric(app, "normal_steps_10", 1e3 * steps[0], "ms");
    app_metric(app, "normal_steps_400", 1e3 * steps[SIZES - 1], "ms");
    app_say(app,
            "normal: 10 inputs %.1f ms, 400 inputs %.0f ms; %d steps "
            "%.1f and %.0f ms; with an input that stands there twice "
            "it has no answer  [fig:ch02-normal]",
            1e3 * exact[0], 1e3 * exact[SIZES - 1], STEPS, 1e3 * steps[0],
            1e3 * steps[SIZES - 1]);
}
