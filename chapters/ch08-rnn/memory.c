// How much does the state of long ago still say? The length of the gradient
// at each lag, for cells whose weights stretch, keep or shrink a state, and
// for cells with gates.
#include "lesson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = 64, LAGS = 100, TRAJECTORIES = 8 };

typedef struct Trial {
    const char *name;
    Cell cell;
    double radius;   // of the weights that the state is multiplied by
    double remembering;   // bias of the gate that keeps: forget, or update
} Trial;

static const Trial trials[] = {
    {"rnn_0.8", RNN, 0.8, 0}, {"rnn_1.0", RNN, 1.0, 0},
    {"rnn_1.2", RNN, 1.2, 0}, {"gru", GRU, 0.3, 0},
    {"gru_open", GRU, 0.3, 3},  {"lstm", LSTM, 0.3, 0},
    {"lstm_open", LSTM, 0.3, 3},
};
enum { TRIALS = sizeof trials / sizeof *trials };

// Rows of length 1 at right angles to each other (Gram and Schmidt), times
// the radius: such a matrix turns a vector and stretches each by the radius.
static void draw_turning(Real *v, int columns, int first, double radius,
                         Stream stream)
{
    double row[UNITS][UNITS];
    for (int i = 0; i < UNITS; i++) {
        double length = 0;
        for (int j = 0; j < UNITS; j++)
            row[i][j] = random_normal(stream, (uint64_t)(i * UNITS + j));
        for (int k = 0; k < i; k++) {
            double shared = 0;
            for (int j = 0; j < UNITS; j++) shared += row[i][j] * row[k][j];
            for (int j = 0; j < UNITS; j++) row[i][j] -= shared * row[k][j];
        }
        for (int j = 0; j < UNITS; j++) length += row[i][j] * row[i][j];
        for (int j = 0; j < UNITS; j++) row[i][j] /= sqrt(length);
    }
    for (int i = 0; i < UNITS; i++)
        for (int j = 0; j < UNITS; j++)
            v[i * columns + first + j] = (Real)(radius * row[i][j]);
}

// A batch has a sample for each lag, so that one pass back finds all of them.
typedef struct Lab {
    const Trial *trial;
    int columns, states;
    Tensor u, v, b, turned, start, last, y, dy, kept, dstart, lengths;
} Lab;

static Lab lab_new(const Trial *trial)
{
    enum { N = LAGS + 1 };
    int columns = cell_gates(trial->cell) * UNITS;
    int states = cell_states(trial->cell) * UNITS;
    Shape kept = cell_kept(trial->cell, LAGS, UNITS);
    return (Lab){
        .trial = trial,
        .columns = columns,
        .states = states,
        .u = tensor_new(CPU, REAL, shape(N, LAGS, columns)),
        .v = tensor_new(CPU, REAL, shape(UNITS, columns)),
        .b = tensor_new(CPU, REAL, shape(UNITS)),
        .turned = tensor_new(CPU, REAL, shape(columns, UNITS)),
        .start = tensor_new(CPU, REAL, shape(N, states)),
        .last = tensor_new(CPU, REAL, shape(N, states)),
        .y = tensor_new(CPU, REAL, shape(N, LAGS, UNITS)),
        .dy = tensor_new(CPU, REAL, shape(N, LAGS, UNITS)),
        .kept = tensor_new(CPU, REAL, shape_batch(N, kept)),
        .dstart = tensor_new(CPU, REAL, shape(N, states)),
        .lengths = tensor_new(CPU, I32, shape(N)),
    };
}

static void lab_free(Lab *lab)
{
    Tensor *all[] = {&lab->u,    &lab->v,      &lab->b, &lab->turned,
                     &lab->start, &lab->last,  &lab->y, &lab->dy,
                     &lab->kept, &lab->dstart, &lab->lengths};
    for (int k = 0; k < 11; k++) tensor_free(all[k]);
}

static void forward_all(Lab *lab, bool from_start)
{
    const Tensor *b = lab->trial->cell == GRU ? &lab->b : NULL;
    const Tensor *start = from_start ? &lab->start : NULL;
    recurrent_forward(&lab->y, &lab->last, &lab->kept, lab->trial->cell,
                      &lab->u, NULL, &lab->v, b, start, &lab->lengths);
}

// Sample k reads the inputs `from` … of the trajectory.
static void give_inputs(Lab *lab, int k, const Real *inputs, int from,
                        int count)
{
    size_t width = (size_t)lab->columns;
    ints(&lab->lengths)[k] = count;
    memcpy(reals(&lab->u) + (size_t)k * LAGS * width,
           inputs + (size_t)from * width,
           (size_t)count * width * sizeof(Real));
}

// The state after each number of steps, 0 … LAGS, from zeros on.
static void walk(Lab *lab, const Real *inputs)
{
    for (int t = 0; t <= LAGS; t++) give_inputs(lab, t, inputs, 0, t);
    forward_all(lab, false);
}

// From the state k steps before the end to the end, and back again.
static void walk_back(Lab *lab, const Real *inputs)
{
    int states = lab->states;
    for (int k = 0; k <= LAGS; k++) {
        give_inputs(lab, k, inputs, LAGS - k, k);
        memcpy(reals(&lab->start) + k * states,
               reals(&lab->last) + (LAGS - k) * states,
               (size_t)states * sizeof(Real));
        for (int j = 0; k > 0 && j < UNITS; j++)   // a gradient of length 1
            reals(&lab->dy)[(k * LAGS + k - 1) * UNITS + j] = 1 / 8.0;
    }
    forward_all(lab, true);
    recurrent_turn(&lab->turned, &lab->v);
    recurrent_backward(NULL, &lab->dstart, &lab->kept, lab->trial->cell,
                       &lab->dy, &lab->turned, &lab->lengths);
}

static void draw_lab(Lab *lab, uint64_t seed, Real *inputs)
{
    const Trial *t = lab->trial;
    int gates = cell_gates(t->cell);
    int keeps = t->cell == LSTM || t->cell == GRU ? 1 : -1;   // its block
    for (int g = 0; g < gates; g++)
        draw_turning(reals(&lab->v), lab->columns, g * UNITS, t->radius,
                     (Stream){seed, 0, FOR_LESSON, (uint16_t)(90 + g)});
    for (int i = 0; i < LAGS * lab->columns; i++) {
        double bias = i % lab->columns / UNITS == keeps ? t->remembering : 0;
        Stream stream = {seed, 0, FOR_LESSON, 94};
        inputs[i] =
            (Real)(bias + 0.1 * random_normal(stream, (uint64_t)i));
    }
}

// Adds the logarithm of the gradient's length at each lag.
static void add_lengths(double *sum, const Trial *trial, uint64_t seed)
{
    Lab lab = lab_new(trial);
    Real *inputs = allocate((size_t)(LAGS * lab.columns), sizeof *inputs);
    draw_lab(&lab, seed, inputs);
    walk(&lab, inputs);
    walk_back(&lab, inputs);
    for (int k = 1; k <= LAGS; k++) {
        double squares = 0;
        for (int j = 0; j < lab.states; j++)
            squares += pow((double)reals(&lab.dstart)[k * lab.states + j], 2);
        sum[k] += log10(squares) / 2;
    }
    free(inputs);
    lab_free(&lab);
}

void show_memory(App *app, Lesson *lesson)
{
    (void)lesson;
    double length[TRIALS];   // 50 steps back
    FILE *table = app_table(app, "memory", "cell\tlag\tlength");
    for (int r = 0; r < TRIALS; r++) {
        double sum[LAGS + 1] = {0};
        for (uint64_t k = 0; k < TRAJECTORIES; k++)
            add_lengths(sum, &trials[r], app->seed * 100 + k);
        for (int k = 0; k <= LAGS; k++)
            fprintf(table, "%s\t%d\t%.6g\n", trials[r].name, k,
                    pow(10, sum[k] / TRAJECTORIES));
        length[r] = pow(10, sum[50] / TRAJECTORIES);
        app_metric_of(app, length[r], "", "memory_%s_50", trials[r].name);
        app_metric_of(app, pow(10, sum[1] / TRAJECTORIES), "", "memory_%s_1",
                      trials[r].name);
    }
    app_metric(app, "memory_power_0.8_50", pow(0.8, 50), "");
    app_metric(app, "memory_power_1.2_50", pow(1.2, 50), "");
    app_say(app,
            "memory: of a gradient 50 steps back %.0e is left at radius 0.8, "
            "%.0e at 1.0; of an LSTM with open gates %.2f  [fig:ch08-memory]",
            length[0], length[1], length[TRIALS - 1]);
}
