// How large is the gradient in each layer of a deep network, before any
// training? And does such a network learn?
#include "lesson.h"

#include <math.h>
#include <string.h>

enum { DEEP = 10, WIDTH = 16, SEEDS = 10, TAUGHT = 3, EPOCHS = 60 };

typedef struct Deep {
    const char *activation, *weights;   // "good", "small"
} Deep;
static const Deep deep[] = {{"sigmoid", "good"}, {"tanh", "good"},
                            {"relu", "good"},    {"sigmoid", "small"},
                            {"tanh", "small"},   {"relu", "small"}};
enum { DEEPS = sizeof deep / sizeof deep[0] };

static Design deep_design(const Deep *which)
{
    Design d = design_usual;
    d.kind = CIRCLE;
    d.layers = DEEP;
    for (int k = 0; k < DEEP; k++) d.hidden[k] = WIDTH;
    d.activation = activation_named(which->activation);
    return d;
}

// "small": all weights normal with a deviation of 0.01.
static Net deep_net(const Deep *which, const Design *d, Params *params)
{
    Net net = net_new(d, params, TRAIN_POINTS);
    if (strcmp(which->weights, "small") == 0)
        params_initialise(params, NORMAL);
    return net;
}

// The root of the mean square of a layer's weight gradients.
static double layer_slope(const Params *params, int number)
{
    Tensor gradient = param_gradient(params, number);
    size_t count = tensor_count(&gradient);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += pow((double)reals(&gradient)[i], 2);
    return sqrt(sum / (double)count);
}

// log10 of the slope of each hidden layer, the first one nearest the input.
static void add_slopes(double *sum, const Deep *which, uint64_t seed)
{
    Design d = deep_design(which);
    Pair pair = pair_new(&d, seed);
    Params *params = params_new(seed, CPU);
    Net net = deep_net(which, &d, params);
    feed(net.x, &pair.train.inputs);
    feed(net.t, &pair.train.targets);
    forward(net.loss);
    backward(net.loss);
    for (int number = 0, layer = 0; layer < DEEP; number++)
        if (params->list[number].is_weight)
            sum[layer++] += log10(layer_slope(params, number) + 1e-40);
    graph_free(net.graph);
    params_free(params);
    pair_free(&pair);
}

// How many times smaller the slopes are in the first layer than in the last.
static double measure_slopes(App *app, const Deep *which, FILE *table)
{
    double sum[DEEP] = {0};
    for (int s = 0; s < SEEDS; s++)
        add_slopes(sum, which, app->seed + (uint64_t)s);
    for (int k = 0; k < DEEP; k++)
        fprintf(table, "%s\t%s\t%d\t%.4g\n", which->activation,
                which->weights, k + 1, pow(10, sum[k] / SEEDS));
    double ratio = pow(10, (sum[DEEP - 1] - sum[0]) / SEEDS);
    app_metric_of(app, ratio, "", "depth_%s_%s_ratio", which->activation,
                  which->weights);
    app_metric_of(app, pow(ratio, 1.0 / (DEEP - 1)), "a layer",
                  "depth_%s_%s_layer", which->activation, which->weights);
    return ratio;
}

// Does it learn to tell a disc from the ring around it?
static double teach(App *app, const Deep *which, uint64_t seed)
{
    Design d = deep_design(which);
    Pair pair = pair_new(&d, seed);
    Params *params = params_new(seed, CPU);
    Net net = deep_net(which, &d, params);
    Optimizer adam = adam_new(params);
    Sampler *sampler = sampler_new(&pair.train, seed, 10);
    for (int epoch = 1; epoch <= EPOCHS; epoch++)
        for (Batch b = sampler_batch(sampler, epoch, 0); b.size > 0;
             b = next_batch(b)) {
            feed(net.x, &b.inputs);
            feed(net.t, &b.targets);
            forward(net.loss);
            backward(net.loss);
            optimizer_step(&adam, (Real)0.003);
        }
    app_stop_if_interrupted(app);
    double right = share_right(net.x, net.logit, &pair.test);
    sampler_free(sampler);
    optimizer_free(&adam);
    graph_free(net.graph);
    params_free(params);
    pair_free(&pair);
    return right;
}

static void measure_teaching(App *app, const Deep *which, FILE *table)
{
    double mean = 0;
    for (int s = 0; s < TAUGHT; s++)
        mean += teach(app, which, app->seed + (uint64_t)s) / TAUGHT;
    app_metric_of(app, mean, "fraction", "depth_%s_%s_test",
                  which->activation, which->weights);
    fprintf(table, "%s\t%s\t%.4f\n", which->activation, which->weights, mean);
}

void show_depth(App *app, Lesson *lesson)
{
    (void)lesson;
    FILE *table =
        app_table(app, "depth", "activation\tweights\tlayer\tslope");
    FILE *taught =
        app_table(app, "depth-taught", "activation\tweights\ttest");
    double ratio[DEEPS];
    for (int k = 0; k < DEEPS; k++) {
        ratio[k] = measure_slopes(app, &deep[k], table);
        measure_teaching(app, &deep[k], taught);
    }
    app_say(app,
            "depth: through %d layers gradients shrink %.0e times with "
            "sigmoid, %.1f with tanh, %.1f with relu  [fig:ch05-depth]",
            DEEP, ratio[0], ratio[1], ratio[2]);
}
