// A network that an experiment trains: the loop of ch07-cnn.c without
// progress lines and checkpoints.
#include "learner.h"

#include <math.h>

Learner learner_new(const App *app, Shape sample, uint64_t seed)
{
    Learner l = {.params = params_new(seed, app->device)};
    l.graph = graph_new(l.params, app->batch);
    l.input = input(l.graph, U8, sample);
    l.label = input(l.graph, I32, shape());
    return l;
}

void learner_loss(Learner *l)
{
    l->loss = softmax_cross_entropy(l->logits, l->label);
}

void learner_free(Learner *l)
{
    graph_free(l->graph);
    params_free(l->params);
}

static Real learn(Learner *l, Optimizer *optimizer, Batch b, Real rate)
{
    feed(l->input, &b.inputs);
    feed(l->label, &b.targets);
    Real loss = forward(l->loss);
    backward(l->loss);
    optimizer_step(optimizer, rate);
    return loss;
}

static Losses losses_new(size_t steps)
{
    return (Losses){allocate(steps, sizeof(Real)), 0};
}

void learner_train(Learner *l, App *app, const Dataset *set, Course c)
{
    Optimizer optimizer = c.plain ? sgd_new(l->params) : adam_new(l->params);
    Sampler *sampler = sampler_new(set, l->params->seed, app->batch);
    int64_t step = 0, steps = (int64_t)c.epochs * sampler_batches(sampler);
    if (c.losses) *c.losses = losses_new((size_t)steps);
    bool finite = true;
    for (int epoch = 1; finite && epoch <= c.epochs; epoch++)
        for (Batch b = sampler_batch(sampler, epoch, 0);
             finite && b.size > 0; b = next_batch(b)) {
            distort(b, c.distortion, c.chance);
            Real rate = c.plain ? c.rate : one_cycle(c.rate, step, steps);
            Real loss = learn(l, &optimizer, b, rate);
            if (c.losses) c.losses->of[c.losses->steps++] = loss;
            step++;
            finite = isfinite(loss);
            app_stop_if_interrupted(app);
        }
    sampler_free(sampler);
    optimizer_free(&optimizer);
}

void write_losses(FILE *table, const char *row, const Losses *losses)
{
    enum { SINGLE = 10, SMOOTH = 5 };
    for (int k = 1; k <= losses->steps; k += k < SINGLE ? 1 : SMOOTH) {
        double mean = 0;
        int width = k <= SINGLE ? 1 : SMOOTH;
        for (int i = k - width; i < k; i++)
            mean += (double)losses->of[i] / width;
        if (!isfinite(mean)) return;
        fprintf(table, "%s\t%d\t%.5g\n", row, k, mean);
    }
}
