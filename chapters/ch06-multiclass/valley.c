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

// Turning by 45 degrees, there and back again.
static void turn(Real to[2], const Real from[2], Lie lie, int way)
{
    double half = lie == TURNED ? sqrt(0.5) : 0;
    double same = lie == TURNED ? sqrt(0.5) : 1;
    double a = (double)from[0], b = (double)from[1];
    to[0] = (Real)(same * a - way * half * b);
    to[1] = (Real)(same * b + way * half * a);
}

static Real valley_loss(const Real at[2], Lie lie)
{
    Real in[2];
    turn(in, at, lie, -1);
    return (in[0] * in[0] + STEEP * in[1] * in[1]) / 2;
}

static void valley_slope(Real g[2], const Real at[2], Lie lie)
{
    Real in[2];
    turn(in, at, lie, -1);
    in[1] *= STEEP;
    turn(g, in, lie, 1);
}

// From behind: the first step after which it never leaves the bottom again.
static int arrival(const Walk *walk)
{
    int step = MOST_STEPS;
    while (step > 0 && walk->loss[step] < (float)AT_THE_BOTTOM) step--;
    return step == MOST_STEPS ? MOST_STEPS : step + 1;
}

static void walk_from(Walk *walk, Rule rule, double rate, Lie lie,
                      const Real from[2])
{
    Params *params = params_new(1, CPU);
    int place = params_add(
        params,
        (Param){.name = "place", .shape = shape(2), .initialiser = ZERO});
    params_ready(params);
    Tensor value = param_value(params, place);
    Tensor slope = param_gradient(params, place);
    Real *at = reals(&value), *g = reals(&slope);
    Optimizer optimizer = optimizers[rule](params);
    turn(at, from, lie, 1);
    for (int step = 0; step <= MOST_STEPS; step++) {
        walk->a[step] = at[0];
        walk->b[step] = at[1];
        walk->loss[step] = valley_loss(at, lie);
        valley_slope(g, at, lie);
        optimizer_step(&optimizer, (Real)rate);
    }
    optimizer_free(&optimizer);
    params_free(params);
}

Walk valley_walk(Rule rule, double rate, Lie lie)
{
    enum { STARTS = 4 };
    static const Real from[STARTS][2] = {
        {-2.5f, 0.3f}, {4, 0.7f}, {-3, -1}, {-4, 1}};
    Walk walk = {.rate = rate};
    int most = 0;
    for (int k = 0; k < STARTS; k++) {
        walk_from(&walk, rule, rate, lie, from[k]);
        if (arrival(&walk) > most) most = arrival(&walk);
    }
    walk.steps = most;
    return walk;
}

Walk valley_best(Rule rule, Lie lie)
{
    Walk best = {.steps = MOST_STEPS + 1};
    for (int k = 0; k < 40; k++) {
        Walk walk = 
            valley_walk(rule, 0.001 * pow(10, 4.0 * k / 39), lie);
        bool nearer = walk.steps == best.steps &&
                      walk.loss[MOST_STEPS] < best.loss[MOST_STEPS];
        if (walk.steps < best.steps || nearer) best = walk;
    }
    return best;
}
