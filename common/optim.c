#include "optim.h"

#include <math.h>

#include "device.h"

// The CPU cuts the flat arrays into blocks of this many numbers, whatever the number of threads.
enum { BLOCK = 16384 };

// What each rule remembers, a number for each that it moves.
static const struct {
    const char *name;
    bool has_m, has_v;
} rules[RULES] = {
    [SGD] = {"sgd", false, false},          [MOMENTUM] = {"momentum", true, false},
    [NESTEROV] = {"nesterov", true, false}, [ADAGRAD] = {"adagrad", false, true},
    [ADADELTA] = {"adadelta", true, true},  [RMSPROP] = {"rmsprop", false, true},
    [ADAM] = {"adam", true, true},          [ADAMW] = {"adamw", true, true},
};

const char *rule_name(Rule rule) { return rule < RULES ? rules[rule].name : "unknown"; }

// clip is a factor: 1 leaves gradients as they are.
static Optimizer optimizer_new(Rule rule, Params *params, Hyper hyper)
{
    hyper.clip = 1;
    return (Optimizer){.rule = rule, .params = params, .hyper = hyper};
}

Optimizer sgd_new(Params *params) { return optimizer_new(SGD, params, (Hyper){0}); }

Optimizer momentum_new(Params *params, Real momentum)
{
    return optimizer_new(MOMENTUM, params, (Hyper){.momentum = momentum});
}

Optimizer nesterov_new(Params *params, Real momentum)
{
    return optimizer_new(NESTEROV, params, (Hyper){.momentum = momentum});
}

Optimizer adagrad_new(Params *params)
{
    return optimizer_new(ADAGRAD, params, (Hyper){.epsilon = (Real)1e-10});
}

Optimizer adadelta_new(Params *params)
{
    return optimizer_new(ADADELTA, params, (Hyper){.rho = (Real)0.9, .epsilon = (Real)1e-6});
}

Optimizer rmsprop_new(Params *params)
{
    return optimizer_new(RMSPROP, params, (Hyper){.rho = (Real)0.99, .epsilon = (Real)1e-8});
}

Optimizer adam_new(Params *params)
{
    const Hyper usual = {.beta1 = (Real)0.9, .beta2 = (Real)0.999, .epsilon = (Real)1e-8};
    return optimizer_new(ADAM, params, usual);
}

Optimizer adamw_new(Params *params, Real weight_decay)
{
    Optimizer adamw = adam_new(params);
    adamw.rule = ADAMW;
    adamw.hyper.weight_decay = weight_decay;
    return adamw;
}

void optimizer_free(Optimizer *optimizer)
{
    tensor_free(&optimizer->moment[0]);
    tensor_free(&optimizer->moment[1]);
    tensor_free(&optimizer->partial);
}

// ---- Flat arrays in blocks

// A device that cuts its work itself takes all in one.
static size_t block_size(const Params *params)
{
    return backend(params->device)->whole_batch ? params->count : BLOCK;
}
static int blocks(const Params *params)
{
    size_t size = block_size(params);
    return size ? (int)((params->count + size - 1) / size) : 0;
}
static size_t block_end(const Params *params, int block)
{
    size_t end = (size_t)(block + 1) * block_size(params);
    return end < params->count ? end : params->count;
}

// With threads only where the rest of the step has them, for what one
// core has computed is far from the other.
static void for_blocks(const Params *params, void (*body)(void *env, int block), void *env)
{
    int count = blocks(params);
    if (count > 1 && !params->pace.alone) backend(params->device)->for_parts(count, body, env);
    else
        for (int block = 0; block < count; block++) body(env, block);
}

// A view of `count` numbers of a flat array, absent if that is.
static Tensor part_of(const Tensor *flat, size_t first, size_t count)
{
    if (!present(flat)) return (Tensor){0};
    return tensor_view(flat->device, REAL, shape((int)count), (Real *)flat->data + first);
}

// Makes a flat array as long as the parameters now are. Numbers that it has stay.
static void lengthen(Tensor *flat, const Params *params)
{
    const size_t old = present(flat) ? tensor_count(flat) : 0;
    if (old == params->count) return;
    Tensor longer = tensor_new(params->device, REAL, shape((int)params->count));
    if (old > 0) {
        Tensor start = part_of(&longer, 0, old);
        tensor_copy(&start, flat);
    }
    tensor_free(flat);
    *flat = longer;
}

void optimizer_ready(Optimizer *optimizer)
{
    params_ready(optimizer->params);
    if (rules[optimizer->rule].has_m) lengthen(&optimizer->moment[0], optimizer->params);
    if (rules[optimizer->rule].has_v) lengthen(&optimizer->moment[1], optimizer->params);
}

// ---- The norm of the gradient

typedef struct Squares {
    const Params *params;
    Tensor *partial;   // one sum a block
} Squares;

// partial(block) = sum of g² over the block
static void square_block(void *env, int block)
{
    const Squares *squares = env;
    const Params *params = squares->params;
    const size_t first = (size_t)block * block_size(params);
    Tensor g = part_of(&params->gradients, first, block_end(params, block) - first);
    Tensor sum = part_of(squares->partial, (size_t)block, 1);
    sum_squares(&sum, &g);
}

static void square_blocks(const Params *params, Tensor *partial)
{
    const Backend *device = backend(params->device);
    device->clear(partial->data, (size_t)blocks(params) * sizeof(Real));
    for_blocks(params, square_block, &(Squares){params, partial});
}

// The blocks' sums are added in their order, so the norm does not depend on who computed them.
static Real norm(const Params *params, Tensor *partial)
{
    const int count = blocks(params);
    square_blocks(params, partial);
    Tensor sums = tensor_new(CPU, REAL, shape(count));
    tensor_copy(&sums, partial);
    double squares = 0;
    for (int i = 0; i < count; i++) squares += (double)reals(&sums)[i];
    tensor_free(&sums);
    return (Real)sqrt(squares);
}

Real gradient_norm(const Params *params)
{
    if (params->count == 0) return 0;
    Tensor partial = tensor_new(params->device, REAL, shape(blocks(params)));
    const Real result = norm(params, &partial);
    tensor_free(&partial);
    return result;
}

// What to multiply gradients by, so that their norm is at most clip_norm; as PyTorch's
// clip_grad_norm_. A device that would have to be asked for the norm does it itself: by 1, then.
static Real clip_factor(Optimizer *optimizer)
{
    const Params *params = optimizer->params;
    if (optimizer->clip_norm <= 0 || params->count == 0) return 1;
    if (!present(&optimizer->partial) ||
        tensor_count(&optimizer->partial) != (size_t)blocks(params)) {
        tensor_free(&optimizer->partial);
        optimizer->partial = tensor_new(params->device, REAL, shape(blocks(params)));
    }
    if (backend(params->device)->whole_batch) {
        Tensor g = params->gradients;
        square_blocks(params, &optimizer->partial);
        clip_by_norm(&g, &optimizer->partial, optimizer->clip_norm);
        return 1;
    }
    const Real factor = optimizer->clip_norm / (norm(params, &optimizer->partial) + (Real)1e-6);
    return factor < 1 ? factor : 1;
}

void clip_values(Params *params, Real limit)
{
    Tensor g = params->gradients;
    clip_by_value(&g, limit);
}

// ---- One step

// One kernel moves the same stretch of all flat arrays.
static void move(const Optimizer *optimizer, Hyper hyper, size_t first, size_t count)
{
    Tensor w = part_of(&optimizer->params->values, first, count);
    Tensor g = part_of(&optimizer->params->gradients, first, count);
    Tensor m = part_of(&optimizer->moment[0], first, count);
    Tensor v = part_of(&optimizer->moment[1], first, count);
    switch (optimizer->rule) {
    case SGD: sgd_update(&w, &g, hyper); break;
    case MOMENTUM: momentum_update(&w, &g, &m, hyper); break;
    case NESTEROV: nesterov_update(&w, &g, &m, hyper); break;
    case ADAGRAD: adagrad_update(&w, &g, &v, hyper); break;
    case ADADELTA: adadelta_update(&w, &g, &m, &v, hyper); break;
    case RMSPROP: rmsprop_update(&w, &g, &v, hyper); break;
    case ADAM:
    case ADAMW: adam_update(&w, &g, &m, &v, hyper); break;
    default: CHECK(false, "no optimizer has the number %d", optimizer->rule);
    }
}

// Weights decay; biases, gains and running statistics in the same block do not.
static void move_by_parameter(const Optimizer *optimizer, size_t first, size_t end)
{
    const Params *params = optimizer->params;
    for (int i = 0; i < params->length; i++) {
        const Param *param = &params->list[i];
        const size_t from = param->offset > first ? param->offset : first;
        const size_t to = param->offset + param->count < end ? param->offset + param->count : end;
        if (from >= to) continue;
        Hyper hyper = optimizer->hyper;
        if (!param->is_weight) hyper.weight_decay = 0;
        move(optimizer, hyper, from, to - from);
    }
}

// Where nothing decays, parameters need not be told apart: the block is moved in one call.
static void move_block(void *env, int block)
{
    const Optimizer *optimizer = env;
    const size_t first = (size_t)block * block_size(optimizer->params);
    const size_t end = block_end(optimizer->params, block);
    if (optimizer->hyper.weight_decay != 0)
        move_by_parameter(optimizer, first, end);
    else
        move(optimizer, optimizer->hyper, first, end - first);
}

// Adam's averages begin at 0, so at step t they are too small by 1 - beta^t: the corrections.
void optimizer_step(Optimizer *optimizer, Real learning_rate)
{
    optimizer_ready(optimizer);
    optimizer->steps++;
    Hyper *hyper = &optimizer->hyper;
    hyper->learning_rate = learning_rate;
    hyper->clip = clip_factor(optimizer);
    if (optimizer->rule == ADAM || optimizer->rule == ADAMW) {
        hyper->correction1 = (Real)(1 - pow((double)hyper->beta1, (double)optimizer->steps));
        hyper->correction2 = (Real)(1 - pow((double)hyper->beta2, (double)optimizer->steps));
    }
    for_blocks(optimizer->params, move_block, optimizer);
    void (*submit)(void) = backend(optimizer->params->device)->submit;
    if (submit) submit();
}

// ---- Learning rates

// initial factor^floor(step / every)
Real step_decay(Real initial, int64_t step, int64_t every, Real factor)
{
    CHECK(every > 0, "a rate cannot fall every %lld steps", (long long)every);
    return (Real)((double)initial * pow((double)factor, (double)(step / every)));
}

// From `from` at 0 to `to` at 1 along half a cosine.
static double half_cosine(double from, double to, double place)
{
    return to + (from - to) / 2 * (1 + cos(M_PI * place));
}

// initial (1 + cos(pi step / steps)) / 2
Real cosine(Real initial, int64_t step, int64_t steps)
{
    CHECK(step >= 0 && step <= steps && steps > 0, "step %lld of %lld", (long long)step,
          (long long)steps);
    return (Real)half_cosine((double)initial, 0, (double)step / (double)steps);
}

// rate min(1, (step + 1) / steps)
Real warm_up(Real rate, int64_t step, int64_t steps)
{
    CHECK(step >= 0 && steps >= 0, "step %lld of %lld", (long long)step, (long long)steps);
    return step + 1 >= steps ? rate : (Real)((double)rate * (double)(step + 1) / (double)steps);
}

// peak/25 -> peak -> peak/25e4. The top is at step 0.3 steps - 1, which PyTorch does not round.
Real one_cycle(Real peak, int64_t step, int64_t steps)
{
    CHECK(step >= 0 && step < steps, "step %lld of %lld", (long long)step, (long long)steps);
    const double first = (double)peak / 25, last = first / 1e4;
    const double top = 0.3 * (double)steps - 1, end = (double)(steps - 1);   // rarely a whole step
    if ((double)step <= top) return (Real)half_cosine(first, (double)peak, (double)step / top);
    return (Real)half_cosine((double)peak, last, ((double)step - top) / (end - top));
}
