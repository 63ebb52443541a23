/* Optimizers, clipping and learning rates against PyTorch (tests/golden/optim.py), and what PyTorch
 * does not say: any length, any number of threads, gradients zero afterwards.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../../common/optim.h"
#include "../../common/parallel.h"
#include "../golden/optim.h"
#include "far.h"
#include "support.h"
#include "weights.h"

enum { WEIGHTS = 13, BIASES = 3, NUMBERS = WEIGHTS + BIASES, STEPS = 10 };

static const double tolerance = sizeof(Real) == 4 ? 2e-6 : 1e-12;

static void near(double got, double expected, const char *what, int index)
{
    cr_assert(fabs(got - expected) <= tolerance * (1e-2 + fabs(expected)),
              "%s[%d]: got %.9g, PyTorch has %.9g", what, index, got, expected);
}

static double value(int i) { return ((i * 29) % 53 - 26) / 32.0; }

static double gradient_of(int i, int step)
{
    return ((i * 37 + step * 101) % 61 - 30) / 16.0 * exp2(4 * ((i + step) % 4) - 8);
}

static Params *two_parameters(void)
{
    Params *params = params_new(1, CPU);
    add_weight(params, "linear1.weight", shape(WEIGHTS));
    add_bias(params, "linear1.bias", shape(BIASES));
    params_ready(params);
    Real *weight = reals(&params->values) + params->list[0].offset;
    Real *bias = reals(&params->values) + params->list[1].offset;
    for (int i = 0; i < WEIGHTS; i++) weight[i] = (Real)value(i);
    for (int i = 0; i < BIASES; i++) bias[i] = (Real)value(WEIGHTS + i);
    return params;
}

// Where number i of the two parameters is in a flat array.
static Real *place(const Params *params, const Tensor *flat, int i)
{
    const int second = i >= WEIGHTS;
    return reals(flat) + params->list[second].offset + (size_t)(second ? i - WEIGHTS : i);
}

static void set_gradients(Params *params, int step)
{
    for (int i = 0; i < NUMBERS; i++)
        *place(params, &params->gradients, i) = (Real)gradient_of(i, step);
}

static void gaps_and_gradients_are_zero(const Params *params)
{
    for (size_t i = 0; i < params->count; i++) {
        cr_assert(reals(&params->gradients)[i] == 0, "gradient %zu is left over", i);
        const bool gap =
            i >= WEIGHTS && (i < params->list[1].offset || i >= params->list[1].offset + BIASES);
        cr_assert(!gap || reals(&params->values)[i] == 0, "the gap at %zu is written", i);
    }
}

// Ten steps; golden has the values after the first, the third and the
// tenth. norms: before clipping, or NULL.
static void trains_like(Optimizer optimizer, double rate, const double *golden, const double *norms)
{
    Params *params = optimizer.params;
    const char *name = rule_name(optimizer.rule);
    for (int step = 1; step <= STEPS; step++) {
        set_gradients(params, step);
        if (norms) near((double)gradient_norm(params), norms[step - 1], "norm", step);
        optimizer_step(&optimizer, (Real)rate);
        gaps_and_gradients_are_zero(params);
        if (step != 1 && step != 3 && step != 10) continue;
        for (int i = 0; i < NUMBERS; i++)
            near((double)*place(params, &params->values, i), *golden++, name, i);
    }
    cr_assert_eq(optimizer.steps, STEPS);
    optimizer_free(&optimizer);
    params_free(params);
}

Test(optim, sgd) { trains_like(sgd_new(two_parameters()), 0.01, golden_sgd, NULL); }
Test(optim, momentum)
{
    trains_like(momentum_new(two_parameters(), (Real)0.9), 0.01, golden_momentum, NULL);
}
Test(optim, nesterov)
{
    trains_like(nesterov_new(two_parameters(), (Real)0.9), 0.01, golden_nesterov, NULL);
}
Test(optim, adagrad) { trains_like(adagrad_new(two_parameters()), 0.1, golden_adagrad, NULL); }
Test(optim, adadelta) { trains_like(adadelta_new(two_parameters()), 1, golden_adadelta, NULL); }
Test(optim, rmsprop) { trains_like(rmsprop_new(two_parameters()), 0.01, golden_rmsprop, NULL); }
Test(optim, adam) { trains_like(adam_new(two_parameters()), 0.01, golden_adam, NULL); }
Test(optim, adamw)
{
    trains_like(adamw_new(two_parameters(), (Real)0.1), 0.01, golden_adamw, NULL);
}

Test(optim, clipping_by_norm)
{
    Optimizer sgd = sgd_new(two_parameters());
    sgd.clip_norm = 36;   // some of the ten norms are larger, some smaller
    trains_like(sgd, 0.1, golden_clipped, golden_clipped_norms);
}

// The values after one step along gradients whose norm is above or below the limit.
static Tensor clipped_step(Device device, Real limit)
{
    Params *params = params_new(3, device);
    Param weight = {.name = "w", .shape = shape(41), .initialiser = ONE, .is_weight = true};
    params_add(params, weight);
    params_ready(params);
    test_seed = 5;
    Tensor g = any(params->gradients.shape), values = garbage(params->values.shape);
    tensor_copy(&params->gradients, &g);
    Optimizer sgd = sgd_new(params);
    sgd.clip_norm = limit;
    optimizer_step(&sgd, (Real)0.1);
    tensor_copy(&values, &params->values);
    optimizer_free(&sgd);
    params_free(params);
    return values;
}

Test(optim, a_device_clips_as_the_cpu_does)
{
    for (Real limit = (Real)0.5; limit < 100; limit *= 100) {
        Tensor want = clipped_step(CPU, limit), got = clipped_step(FAR_DEVICE, limit);
        expect_close("clipped", &got, &want, TOLERANCE);
    }
    free_tensors();
}

Test(optim, clipping_by_value)
{
    Params *params = two_parameters();
    const double given[] = {-7, -1.5, -0.25, 0, 1.25, 1.5, 1e30},
                 expected[] = {-1.5, -1.5, -0.25, 0, 1.25, 1.5, 1.5};
    for (int i = 0; i < 7; i++) *place(params, &params->gradients, i) = (Real)given[i];
    clip_values(params, (Real)1.5);
    for (int i = 0; i < 7; i++)
        near((double)*place(params, &params->gradients, i), expected[i], "clipped", i);
    params_free(params);
}

Test(optim, clipping_by_value_asks_a_device_for_nothing)
{
    Params *params = params_new(1, FAR_DEVICE);
    params_add(params, (Param){.name = "w", .shape = shape(3), .initialiser = ONE});
    params_ready(params);
    const Shape all = params->gradients.shape;
    Tensor given = filled(-7, all), want = filled(-1, all), got = garbage(all);
    tensor_copy(&params->gradients, &given);
    const long before = far_counts().copies;
    clip_values(params, 1);
    cr_assert_eq(far_counts().copies, before, "the host looks at the gradient");
    tensor_copy(&got, &params->gradients);
    expect_close("clipped", &got, &want, TOLERANCE);
    free_tensors();
    params_free(params);
}

// ---- Any length: vectors have 2 to 16 lanes, arrays have any number of numbers.

enum { LONGEST = 67 };
typedef struct Arrays {
    Real w[LONGEST + 1], g[LONGEST + 1], m[LONGEST + 1], v[LONGEST + 1];
} Arrays;

static Arrays filled_arrays(void)
{
    Arrays a;
    for (int i = 0; i <= LONGEST; i++) {
        a.w[i] = (Real)value(i);
        a.g[i] = (Real)gradient_of(i, 3);
        a.m[i] = (Real)((i % 5) / 8.0);
        a.v[i] = (Real)((i % 7) / 4.0);
    }
    return a;
}

static Arrays updated(Rule rule, int count)
{
    Arrays a = filled_arrays();
    Tensor w = tensor_view(CPU, REAL, shape(count), a.w),
           g = tensor_view(CPU, REAL, shape(count), a.g);
    Tensor m = tensor_view(CPU, REAL, shape(count), a.m),
           v = tensor_view(CPU, REAL, shape(count), a.v);
    const Hyper hyper = {.learning_rate = (Real)0.1,
                         .momentum = (Real)0.9,
                         .beta1 = (Real)0.9,
                         .beta2 = (Real)0.99,
                         .rho = (Real)0.9,
                         .epsilon = (Real)1e-8,
                         .weight_decay = (Real)0.1,
                         .clip = (Real)0.5,
                         .correction1 = (Real)0.2,
                         .correction2 = (Real)0.3};
    switch (rule) {
    case SGD: sgd_update(&w, &g, hyper); break;
    case MOMENTUM: momentum_update(&w, &g, &m, hyper); break;
    case NESTEROV: nesterov_update(&w, &g, &m, hyper); break;
    case ADAGRAD: adagrad_update(&w, &g, &v, hyper); break;
    case ADADELTA: adadelta_update(&w, &g, &m, &v, hyper); break;
    case RMSPROP: rmsprop_update(&w, &g, &v, hyper); break;
    default: adam_update(&w, &g, &m, &v, hyper); break;
    }
    return a;
}

static void same_start(const Real *some, const Real *all, int count, const char *what)
{
    for (int i = 0; i < count; i++) near((double)some[i], (double)all[i], what, i);
}

static void same_rest(const Real *after, const Real *before, int count, const char *what)
{
    const size_t rest = (size_t)(LONGEST + 1 - count) * sizeof(Real);
    cr_assert_eq(memcmp(after + count, before + count, rest), 0, "%s writes behind %d numbers",
                 what, count);
}

Test(optim, any_length_gives_the_same_numbers_and_writes_no_further)
{
    const Arrays before = filled_arrays();
    for (Rule rule = SGD; rule < RULES; rule++) {
        const char *name = rule_name(rule);
        const Arrays all = updated(rule, LONGEST);
        for (int count = 0; count < LONGEST; count++) {
            const Arrays some = updated(rule, count);
            same_start(some.w, all.w, count, name);
            same_start(some.g, all.g, count, name);
            same_start(some.m, all.m, count, name);
            same_start(some.v, all.v, count, name);
            same_rest(some.w, before.w, count, name);
            same_rest(some.g, before.g, count, name);
            same_rest(some.m, before.m, count, name);
            same_rest(some.v, before.v, count, name);
        }
    }
}

// ---- Any number of threads: several blocks, of which the last is not full.

enum { MANY = 3 * 16384 + 4321 };

static Params *after_three_steps(int threads, Real *norm)
{
    threads_set(threads);
    Params *params = params_new(1, CPU);
    add_weight(params, "linear1.weight", shape(MANY - 7));
    add_bias(params, "linear1.bias", shape(7));
    Optimizer adamw = adamw_new(params, (Real)0.1);
    adamw.clip_norm = (Real)0.5;
    optimizer_ready(&adamw);
    for (int step = 1; step <= 3; step++) {
        Real *g = reals(&params->gradients);
        for (size_t i = 0; i < params->count; i++) g[i] = (Real)sin((double)i * 0.7 + step);
        *norm = gradient_norm(params);
        optimizer_step(&adamw, (Real)0.01);
    }
    optimizer_free(&adamw);
    return params;
}

Test(optim, any_number_of_threads_gives_the_same_bits)
{
    Real norms[2];
    Params *one = after_three_steps(1, &norms[0]), *five = after_three_steps(5, &norms[1]);
    cr_assert_eq(memcmp(one->values.data, five->values.data, one->count * sizeof(Real)), 0);
    cr_assert_eq(norms[0], norms[1]);
    double squares = 0;
    for (size_t i = 0; i < one->count; i++)
        squares += sin((double)i * 0.7 + 3) * sin((double)i * 0.7 + 3);
    near((double)norms[0], sqrt(squares), "norm over blocks", 0);
    cr_assert(reals(&one->values)[MANY - 100] != 0, "the last block is moved too");
    params_free(one);
    params_free(five);
}

Test(optim, statistics_without_a_gradient_stay)
{
    Params *params = params_new(1, CPU);
    params_add(params, (Param){.name = "batch_norm1.running_mean",
                               .shape = shape(3),
                               .initialiser = ZERO,
                               .is_statistic = true});
    params_ready(params);
    Real *mean = reals(&params->values);
    for (Rule rule = SGD; rule < RULES; rule++) {
        for (int i = 0; i < 3; i++) mean[i] = (Real)(i + 0.5);
        Optimizer optimizer = adamw_new(params, rule == ADAMW ? (Real)0.1 : 0);
        optimizer.rule = rule;
        optimizer_step(&optimizer, (Real)0.1);
        for (int i = 0; i < 3; i++) near((double)mean[i], i + 0.5, rule_name(rule), i);
        optimizer_free(&optimizer);
    }
    params_free(params);
}

// A second network on the same Params: what was remembered of the first stays.
Test(optim, moments_grow_with_the_parameters)
{
    Params *params = two_parameters();
    Optimizer momentum = momentum_new(params, (Real)0.9);
    set_gradients(params, 1);
    optimizer_step(&momentum, (Real)0.01);
    add_weight(params, "linear2.weight", shape(5));
    params_ready(params);
    set_gradients(params, 2);
    optimizer_step(&momentum, (Real)0.01);
    near((double)*place(params, &momentum.moment[0], 0),
         0.9 * gradient_of(0, 1) + gradient_of(0, 2), "m", 0);
    optimizer_free(&momentum);
    params_free(params);
}

// ---- Learning rates

#define LENGTH(array) ((int)(sizeof(array) / sizeof(array)[0]))

static void cycles_like(const double *golden, int steps)
{
    for (int i = 0; i < steps; i++)
        near((double)one_cycle((Real)0.003, i, steps) * 100, golden[i] * 100, "one_cycle", i);
}

Test(optim, one_cycle)
{
    cycles_like(golden_one_cycle_1, LENGTH(golden_one_cycle_1));
    cycles_like(golden_one_cycle_2, LENGTH(golden_one_cycle_2));
    cycles_like(golden_one_cycle_7, LENGTH(golden_one_cycle_7));
    cycles_like(golden_one_cycle_10, LENGTH(golden_one_cycle_10));
    cycles_like(golden_one_cycle_37, LENGTH(golden_one_cycle_37));
    cycles_like(golden_one_cycle_100, LENGTH(golden_one_cycle_100));
    cycles_like(golden_one_cycle_313, LENGTH(golden_one_cycle_313));
}

Test(optim, other_schedules)
{
    const Real rate = (Real)0.003;
    for (int i = 0; i < LENGTH(golden_cosine_41); i++)
        near((double)cosine(rate, i, 41), golden_cosine_41[i], "cosine", i);
    for (int i = 0; i < LENGTH(golden_step_decay_20); i++)
        near((double)step_decay(rate, i, 6, (Real)0.3), golden_step_decay_20[i], "step_decay", i);
    for (int i = 0; i < LENGTH(golden_warm_up_12); i++)
        near((double)warm_up(rate, i, 8), golden_warm_up_12[i], "warm_up", i);
}

Test(optim, cosine_of_no_steps, .signal = SIGABRT)
{
    expect_refusal("step 0 of 0");
    cosine((Real)0.1, 0, 0);
}
