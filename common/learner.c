// The loop of a lesson, for networks that experiments compare.
#include "learner.h"

#include <math.h>

#include "device.h"

Learner learner_new(const App *app, uint64_t seed)
{
    Learner l = {.params = params_new(seed, app->device)};
    l.graph = graph_new(l.params, app->batch);
    return l;
}

void learner_free(Learner *l)
{
    graph_free(l->graph);
    params_free(l->params);
}

Real constant_rate(Real rate, int64_t step, int64_t steps)
{
    (void)step;
    (void)steps;
    return rate;
}

static Real learn(Learner *l, Optimizer *optimizer, Batch b, Real rate)
{
    feed(l->input, &b.inputs);
    feed(l->target, &b.targets);
    if (l->lengths) feed(l->lengths, &b.lengths);
    Real loss = forward(l->loss);
    backward(l->loss);
    optimizer_step(optimizer, rate);
    return loss;
}

static Losses losses_new(int64_t steps)
{
    return (Losses){allocate((size_t)steps, sizeof(Real)), 0};
}

static Course as_usual(Course c)
{
    if (!c.optimizer) c.optimizer = adam_new;
    if (!c.schedule) c.schedule = one_cycle;
    return c;
}

// To read a loss is to wait for a device that takes the whole batch. So where
// nobody wants each they are summed there, and read every ten steps and at an
// epoch's end.
static void sum_losses(Learner *l, const Course *c)
{
    bool waits = backend(l->params->device)->whole_batch;
    params_sum_losses(l->params, waits && !c->losses);
}

// What was read: the loss of this step, a sum of losses, or 0 of none.
static Real read_loss(Learner *l, Real loss, Batch b, int64_t steps)
{
    enum { EVERY = 10 };
    if (l->params->losses == 0) return loss;
    bool last = b.index + 1 == sampler_batches(b.sampler);
    bool due = last || steps % EVERY == 0;
    return due ? params_take_losses(l->params) : 0;
}

void learner_train(Learner *l, App *app, const Dataset *set, Course course)
{
    Course c = as_usual(course);
    Optimizer optimizer = c.optimizer(l->params);
    Sampler *sampler = sampler_new(set, l->params->seed, app->batch);
    sampler_send(sampler, l->params->device);
    sum_losses(l, &c);
    int64_t step = 0, steps = (int64_t)c.epochs * sampler_batches(sampler);
    if (c.losses) *c.losses = losses_new(steps);
    bool finite = true, enough = false;
    for (int epoch = 1; finite && !enough && epoch <= c.epochs; epoch++) {
        for (Batch b = sampler_batch(sampler, epoch, 0);
             finite && b.size > 0; b = next_batch(b)) {
            if (c.distort) c.distort(b, c.how);
            Real rate = c.schedule(c.rate, step++, steps);
            Real loss = learn(l, &optimizer, b, rate);
            if (c.losses) c.losses->of[c.losses->steps++] = loss;
            finite = isfinite(read_loss(l, loss, b, step));
            app_stop_if_interrupted(app);
        }
        enough = c.enough && c.enough(c.env, epoch);
    }
    params_sum_losses(l->params, false);
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
