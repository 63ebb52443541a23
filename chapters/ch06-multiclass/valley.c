// A long narrow valley: steep across, flat along.
#include "valley.h"

#include <math.h>

static Optimizer momentum_usual(Params *p)
{
    return momentum_new(p, (Real)0.9);
}
static Optimizer nesterov_usual(Params *p)
{
    return nesterov_new(p, (Real)0.9);
}
static Optimizer adamw_usual(Params *p)
{
    return adamw_new(p, (Real)0.01);
}

const NewOptimizer optimizers[RULES] = {
    [SGD] = sgd_new,           [MOMENTUM] = momentum_usual,
    [NESTEROV] = nesterov_usual, [ADAGRAD] = adagrad_new,
    [ADADELTA] = adadelta_new, [RMSPROP] = rmsprop_new,
    [ADAM] = adam_new,         [ADAMW] = adamw_usual,
};

enum { STEEP = 100 };

float valley_loss(float a, float b) { return (a * a + STEEP * b * b) / 2; }

// From behind: the first step after which it never leaves the bottom again.
static int arrival(const Walk *walk)
{
    int step = MOST_STEPS;
    while (step > 0 && walk->loss[step] < (float)AT_THE_BOTTOM) step--;
    return step == MOST_STEPS ? MOST_STEPS : step + 1;
}

Walk valley_walk(Rule rule, double rate)
{
    Walk walk = {.rate = rate};
    Params *params = params_new(1, CPU);
    int place = params_add(
        params,
        (Param){.name = "place", .shape = shape(2), .initialiser = ZERO});
    params_ready(params);
    Tensor value = param_value(params, place);
    Tensor slope = param_gradient(params, place);
    Real *at = reals(&value), *g = reals(&slope);
    Optimizer optimizer = optimizers[rule](params);
    at[0] = -4;
    at[1] = 1;
    for (int step = 0; step <= MOST_STEPS; step++) {
        walk.a[step] = at[0];
        walk.b[step] = at[1];
        walk.loss[step] = valley_loss(at[0], at[1]);
        g[0] = at[0];
        g[1] = STEEP * at[1];
        optimizer_step(&optimizer, (Real)rate);
    }
    walk.steps = arrival(&walk);
    optimizer_free(&optimizer);
    params_free(params);
    return walk;
}

Walk valley_best(Rule rule)
{
    Walk best = {.steps = MOST_STEPS + 1};
    for (int k = 0; k < 40; k++) {
        Walk walk = valley_walk(rule, 0.001 * pow(10, 4.0 * k / 39));
        if (walk.steps < best.steps) best = walk;
    }
    return best;
}
