// The gradient three times: in plain loops, as products of matrices by the
// library, and by the library's graph, which finds the derivative itself.
#include "graph.h"
#include "kernels.h"
#include "layers.h"
#include "lesson.h"
#include "optim.h"
#include "rounds.h"

#include <math.h>
#include <string.h>

enum { STEPS = 50 };
static const float rate = 0.05f;

typedef struct Twins {
    const Dataset *set;
    Line line, gradient;   // plain
    Tensor w, b, dw, db, y, dy;   // vectorised
    Params *params;   // of the graph
    Graph *graph;
    Node *loss;
} Twins;

static void run_plain(void *twins)
{
    Twins *t = twins;
    gradient_plain(&t->gradient, &t->line, houses_of(t->set));
}

// y = X w + b;  dy = 2 (y - t) / N;  dw = X' dy,  db = sum of dy
static void gradient_vectorised(Twins *t)
{
    const Tensor *x = &t->set->inputs;
    int count = t->set->count, features = t->line.features;
    linear_forward(&t->y, x, &t->w, &t->b, NULL, (Range){0, 1});
    for (int n = 0; n < count; n++)
        reals(&t->dy)[n] =
            2 * (reals(&t->y)[n] - reals(&t->set->targets)[n]) / (Real)count;
    memset(reals(&t->dw), 0, (size_t)features * sizeof(Real));
    reals(&t->db)[0] = 0;
    linear_backward(NULL, &t->dw, &t->db, &t->dy, x, &t->w,
                    (Range){0, features});
}

static void run_vectorised(void *twins) { gradient_vectorised(twins); }

static void run_graph(void *twins)
{
    Twins *t = twins;
    params_clear_gradients(t->params);
    forward(t->loss);
    backward(t->loss);
}

static void make_graph(Twins *t, const App *app)
{
    t->params = params_new(app->seed, app->device);
    int features = t->line.features;
    //@ graph
    t->graph = graph_new(t->params, t->set->count);
    Node *x = input(t->graph, REAL, shape(features));
    Node *price = input(t->graph, REAL, shape(1));
    Node *said = linear(x, 1, .initialiser = ZERO, .name = "line");
    t->loss = squared_error(said, price);
    //@ end graph
    params_ready(t->params);
    Tensor column = tensor_reshape(&t->set->targets, shape(t->set->count, 1));
    feed(x, &t->set->inputs);
    feed(price, &column);
}

static Twins twins_new(const App *app, const Dataset *set)
{
    int features = set->inputs.shape.dim[1], count = set->count;
    Twins t = {.set = set,
               .line = line_new(features),
               .gradient = line_new(features),
               .dw = tensor_new(CPU, REAL, shape(features, 1)),
               .db = tensor_new(CPU, REAL, shape(1)),
               .y = tensor_new(CPU, REAL, shape(count, 1)),
               .dy = tensor_new(CPU, REAL, shape(count, 1))};
    t.w = tensor_view(CPU, REAL, shape(features, 1), t.line.w);
    t.b = tensor_view(CPU, REAL, shape(1), t.line.b);
    make_graph(&t, app);
    return t;
}

static void twins_free(Twins *t)
{
    graph_free(t->graph);
    params_free(t->params);
    tensor_free(&t->dw);
    tensor_free(&t->db);
    tensor_free(&t->y);
    tensor_free(&t->dy);
    line_free(&t->line);
    line_free(&t->gradient);
}

// Both gradients, on the way of the plain one.
static double gradients_apart(Twins *t)
{
    double most = 0;
    for (int step = 0; step < STEPS; step++) {
        run_plain(t);
        run_vectorised(t);
        most = fmax(most, apart(t->gradient.w, reals(&t->dw),
                                (size_t)t->line.features));
        descend(&t->line, &t->gradient, rate);
    }
    return most;
}

// As many steps of the graph, which begins at 0 as the loops have.
static double lines_apart(Twins *t)
{
    Optimizer sgd = sgd_new(t->params);
    for (int step = 0; step < STEPS; step++) {
        run_graph(t);
        optimizer_step(&sgd, rate);
    }
    optimizer_free(&sgd);
    const Tensor *w = params_read(t->params, "line.weight");
    return apart(t->line.w, reals(w), (size_t)t->line.features);
}

static void say_times(App *app, Twins *t, double vectorised, double graph)
{
    Way ways[] = {
        {run_plain, t, 0}, {run_vectorised, t, 0}, {run_graph, t, 0}};
    Timing time[3];
    time_rounds(app, time, ways, 3, 15);
    app_metric(app, "twins_plain_ms", 1e3 * time[0].best, "ms");
    app_metric(app, "twins_vectorised_ms", 1e3 * time[1].best, "ms");
    app_metric(app, "twins_graph_ms", 1e3 * time[2].best, "ms");
    app_metric(app, "twins_vectorised_apart", vectorised, "of the largest");
    app_metric(app, "twins_graph_apart", graph, "of the largest");
    app_say(app,
            "twins: a gradient of %d rows in loops %.2f ms, vectorised "
            "%.2f, by the graph %.2f; apart by %.0e and %.0e  "
            "[sec:ch02-twins]",
            t->set->count, 1e3 * time[0].best, 1e3 * time[1].best,
            1e3 * time[2].best, vectorised, graph);
}

void show_twins(App *app, Lesson *lesson)
{
    Twins t = twins_new(app, &lesson->sets.train);
    double vectorised = gradients_apart(&t);
    double graph = lines_apart(&t);
    say_times(app, &t, vectorised, graph);
    twins_free(&t);
}
