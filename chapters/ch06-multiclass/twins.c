// A network of two layers twice: its gradient in plain loops, derived by
// hand, and by the library's graph, which finds it itself.
#include "lesson.h"
#include "rounds.h"

#include <math.h>
#include <string.h>

enum { UNITS = 32, ROWS = 256, STEPS = 50 };
static const float rate = 0.1f;

typedef struct Twins {
    Tensor x;   // digits [ROWS, PIXELS]
    Samples samples;   // the same, for the loops
    TwoLayers net, gradient;
    Params *params;   // of the graph
    Graph *graph;
    Node *loss;
} Twins;

static void run_plain(void *twins)
{
    Twins *t = twins;
    two_layers_gradient(&t->gradient, &t->net, t->samples);
}

static void run_graph(void *twins)
{
    Twins *t = twins;
    params_clear_gradients(t->params);
    forward(t->loss);
    backward(t->loss);
}

static void make_graph(Twins *t, const App *app, const Tensor *labels)
{
    t->params = params_new(app->seed, app->device);
    //@ graph
    t->graph = graph_new(t->params, ROWS);
    Node *x = input(t->graph, REAL, shape(PIXELS));
    Node *label = input(t->graph, I32, shape());
    Node *h = relu(linear(x, UNITS, .name = "hidden"));
    Node *z = linear(h, CLASSES, .name = "output");
    t->loss = softmax_cross_entropy(z, label);
    //@ end graph
    params_ready(t->params);
    feed(x, &t->x);
    feed(label, labels);
}

static void copy_weights(Layer *layer, Params *params, const char *name)
{
    const Tensor *w = params_read(params, name);
    memcpy(layer->w, reals(w), tensor_count(w) * sizeof(float));
}

static Twins twins_new(const App *app, const Dataset *train)
{
    Dataset few = dataset_first(train, ROWS);
    Twins t = {.x = standard_digits(&few),
               .net = {layer_new(PIXELS, UNITS), layer_new(UNITS, CLASSES)},
               .gradient = {layer_new(PIXELS, UNITS),
                            layer_new(UNITS, CLASSES)}};
    t.samples = (Samples){few.count, reals(&t.x), ints(&few.targets)};
    make_graph(&t, app, &few.targets);
    // Both begin alike; biases begin at 0.
    copy_weights(&t.net.hidden, t.params, "hidden.weight");
    copy_weights(&t.net.output, t.params, "output.weight");
    return t;
}

static void twins_free(Twins *t)
{
    graph_free(t->graph);
    params_free(t->params);
    layer_free(&t->net.hidden);
    layer_free(&t->net.output);
    layer_free(&t->gradient.hidden);
    layer_free(&t->gradient.output);
    tensor_free(&t->x);
}

static double weights_apart(Twins *t, const char *name, const Layer *layer)
{
    const Tensor *w = params_read(t->params, name);
    return apart(layer->w, reals(w), tensor_count(w));
}

static double networks_apart(Twins *t)
{
    Optimizer sgd = sgd_new(t->params);
    for (int step = 0; step < STEPS; step++) {
        run_plain(t);
        descend(&t->net.hidden, &t->gradient.hidden, rate);
        descend(&t->net.output, &t->gradient.output, rate);
        run_graph(t);
        optimizer_step(&sgd, rate);
    }
    optimizer_free(&sgd);
    return fmax(weights_apart(t, "hidden.weight", &t->net.hidden),
                weights_apart(t, "output.weight", &t->net.output));
}

void show_twins(App *app, Lesson *lesson)
{
    Twins t = twins_new(app, &lesson->train);
    double far = networks_apart(&t);
    Way ways[] = {{run_plain, &t, 0}, {run_graph, &t, 0}};
    Timing time[2];
    time_rounds(app, time, ways, 2, 7);
    app_metric(app, "twins_apart", far, "of the largest");
    app_metric(app, "twins_steps", STEPS, "steps");
    app_metric(app, "twins_plain_ms", 1e3 * time[0].best, "ms");
    app_metric(app, "twins_graph_ms", 1e3 * time[1].best, "ms");
    app_say(app,
            "twins: after %d steps the two networks differ by %.0e of the "
            "largest weight; a gradient of %d digits in loops %.2f ms, by "
            "the graph %.2f  [sec:ch06-twins]",
            STEPS, far, t.samples.count, 1e3 * time[0].best,
            1e3 * time[1].best);
    twins_free(&t);
}
