// Plain loops and the library's kernels: the same numbers, forward and back,
// in how much time?
#include "lesson.h"
#include "plain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rounds.h"

enum { INPUTS = 32, UNITS = 64, T = 50 };

// A layer of RNN cells on one sequence: the loops' numbers, and the library's
// under the same weights. The gradient that comes from above is random.
typedef struct Twins {
    Cells cells, gradient;
    Real *x, *above, *h, *dh;   // [T, INPUTS]; [T + 1, UNITS]
    Tensor w, v, b, in, u, y, dy, du, kept, turned, dw, dv, db;
} Twins;

static void draw(Real *numbers, size_t count, double size, uint64_t seed,
                 uint16_t source)
{
    Stream stream = {seed, 0, FOR_LESSON, source};
    for (size_t k = 0; k < count; k++)
        numbers[k] = (Real)(size * random_normal(stream, k));
}

static Twins twins_new(uint64_t seed)
{
    Twins t = {.cells = cells_new(INPUTS, UNITS),
               .gradient = cells_new(INPUTS, UNITS),
               .x = allocate(T * INPUTS, sizeof(Real)),
               .above = allocate((T + 1) * UNITS, sizeof(Real)),
               .h = allocate((T + 1) * UNITS, sizeof(Real)),
               .dh = allocate((T + 1) * UNITS, sizeof(Real)),
               .u = tensor_new(CPU, REAL, shape(1, T, UNITS)),
               .y = tensor_new(CPU, REAL, shape(1, T, UNITS)),
               .du = tensor_new(CPU, REAL, shape(1, T, UNITS)),
               .kept = tensor_new(CPU, REAL,
                                  shape_batch(1, cell_kept(RNN, T, UNITS))),
               .turned = tensor_new(CPU, REAL, shape(UNITS, UNITS)),
               .dw = tensor_new(CPU, REAL, shape(INPUTS, UNITS)),
               .dv = tensor_new(CPU, REAL, shape(UNITS, UNITS)),
               .db = tensor_new(CPU, REAL, shape(UNITS))};
    draw(t.x, T * INPUTS, 1, seed, 100);
    draw(t.above + UNITS, T * UNITS, 1, seed, 101);
    draw(t.cells.w, INPUTS * UNITS, 0.1, seed, 102);
    draw(t.cells.v, UNITS * UNITS, 0.1, seed, 103);
    draw(t.cells.b, UNITS, 0.1, seed, 104);
    t.w = tensor_view(CPU, REAL, shape(INPUTS, UNITS), t.cells.w);
    t.v = tensor_view(CPU, REAL, shape(UNITS, UNITS), t.cells.v);
    t.b = tensor_view(CPU, REAL, shape(UNITS), t.cells.b);
    t.in = tensor_view(CPU, REAL, shape(1, T, INPUTS), t.x);
    t.dy = tensor_view(CPU, REAL, shape(1, T, UNITS), t.above + UNITS);
    return t;
}

static void twins_free(Twins *t)
{
    Tensor *own[] = {&t->u, &t->y, &t->du, &t->kept, &t->turned, &t->dw,
                     &t->dv, &t->db};
    Real *arrays[] = {t->x, t->above, t->h, t->dh};
    for (int k = 0; k < 8; k++) tensor_free(own[k]);
    for (int k = 0; k < 4; k++) free(arrays[k]);
    cells_free(&t->cells);
    cells_free(&t->gradient);
}

static void run_plain(void *env)
{
    Twins *t = env;
    memset(t->gradient.w, 0, INPUTS * UNITS * sizeof(Real));
    memset(t->gradient.v, 0, UNITS * UNITS * sizeof(Real));
    memset(t->gradient.b, 0, UNITS * sizeof(Real));
    memcpy(t->dh, t->above, (T + 1) * UNITS * sizeof(Real));
    cells_forward(t->h, t->x, &t->cells, T);
    cells_backward(&t->gradient, t->dh, t->h, t->x, &t->cells, T);
}

// The input's part of all steps is one product, and so is the gradient of
// each matrix: only h' v and its way back wait for each other.
static void run_library(void *env)
{
    Twins *t = env;
    memset(reals(&t->dw), 0, INPUTS * UNITS * sizeof(Real));
    memset(reals(&t->dv), 0, UNITS * UNITS * sizeof(Real));
    memset(reals(&t->db), 0, UNITS * sizeof(Real));
    Tensor x = tensor_reshape(&t->in, shape(T, INPUTS));
    Tensor u = tensor_reshape(&t->u, shape(T, UNITS));
    Tensor du = tensor_reshape(&t->du, shape(T, UNITS));
    linear_forward(&u, &x, &t->w, &t->b, NULL, (Range){0, UNITS});
    recurrent_forward(&t->y, NULL, &t->kept, RNN, &t->u, NULL, &t->v, NULL,
                      NULL, NULL);
    recurrent_turn(&t->turned, &t->v);
    recurrent_backward(&t->du, NULL, &t->kept, RNN, &t->dy, &t->turned, NULL);
    recurrent_backward_weights(&t->dv, NULL, NULL, &t->kept, RNN, NULL, NULL,
                               (Range){0, UNITS});
    linear_backward(NULL, &t->dw, &t->db, &du, &x, &t->w,
                    (Range){0, INPUTS});
}

static double gradients_apart(const Twins *t)
{
    double w = apart(t->gradient.w, reals(&t->dw), INPUTS * UNITS);
    double v = apart(t->gradient.v, reals(&t->dv), UNITS * UNITS);
    double b = apart(t->gradient.b, reals(&t->db), UNITS);
    return fmax(w, fmax(v, b));
}

void show_twins(App *app, Lesson *lesson)
{
    (void)lesson;
    Twins t = twins_new(app->seed);
    run_plain(&t);
    run_library(&t);
    double states = apart(t.h + UNITS, reals(&t.y), T * UNITS);
    double gradients = gradients_apart(&t);
    Way ways[] = {{run_plain, &t, 0}, {run_library, &t, 0}};
    Timing time[2];
    time_rounds(app, time, ways, 2, 15);
    app_metric(app, "twins_states_apart", states, "of the largest");
    app_metric(app, "twins_gradients_apart", gradients, "of the largest");
    app_metric(app, "twins_plain_ms", 1e3 * time[0].best, "ms");
    app_metric(app, "twins_library_ms", 1e3 * time[1].best, "ms");
    app_say(app,
            "twins: %d steps forward and back in loops %.2f ms, by the "
            "library %.3f; states apart by %.0e, gradients by %.0e  "
            "[sec:ch08-vectors]",
            T, 1e3 * time[0].best, 1e3 * time[1].best, states, gradients);
    twins_free(&t);
}
