/* optim.h: optimizers, learning-rate schedules, clipping.
 *
 *     Optimizer adam = adam_new(params);
 *     optimizer_step(&adam, one_cycle(3e-3, step, steps));
 *
 * A step reads the gradients that backward() added up, moves the values, and leaves the gradients
 * zero: so several graphs, or several batches, may add to them before one step.
 * Memory   An optimizer's moments are its own; optimizer_free frees them. Params are the caller's.
 * Source   The equations stand in kernels.h; defaults are PyTorch's, against which they are tested.
 */
#ifndef OPTIM_H
#define OPTIM_H

#include "kernels.h"
#include "params.h"

typedef enum Rule { SGD, MOMENTUM, NESTEROV, ADAGRAD, ADADELTA, RMSPROP, ADAM, ADAMW, RULES } Rule;

typedef struct Optimizer {
    Rule rule;
    Params *params;
    Hyper hyper;            // change before the first step
    Real clip_norm;         // gradients are scaled to a norm of at most this; 0: never
    int64_t steps;          // done so far: Adam's t
    Tensor moment[2];       // flat like params->values: m and v; absent where the rule has none
    Tensor partial;         // sums of squares, one a block
} Optimizer;

Optimizer sgd_new(Params *);
Optimizer momentum_new(Params *, Real momentum);      // 0.9
Optimizer nesterov_new(Params *, Real momentum);
Optimizer adagrad_new(Params *);                      // epsilon 1e-10
Optimizer adadelta_new(Params *);                     // rho 0.9, epsilon 1e-6; usual rate 1
Optimizer rmsprop_new(Params *);                      // rho 0.99, epsilon 1e-8
Optimizer adam_new(Params *);                         // beta 0.9, 0.999, epsilon 1e-8
Optimizer adamw_new(Params *, Real weight_decay);     // 0.01; of weights, not of biases and scales
void optimizer_free(Optimizer *);
// Gives the moments memory; optimizer_step and checkpoint_load do it themselves.
void optimizer_ready(Optimizer *);

void optimizer_step(Optimizer *, Real learning_rate);
const char *rule_name(Rule);

Real gradient_norm(const Params *);                   // sqrt of the sum of squares of all gradients
void clip_values(Params *, Real limit);               // each gradient into [-limit, limit]

// Learning rates, as functions of the step (0, 1, …) and of the number of steps of the training.

// initial * factor^floor(step / every)
Real step_decay(Real initial, int64_t step, int64_t every, Real factor);
// initial (1 + cos(pi step / steps)) / 2
Real cosine(Real initial, int64_t step, int64_t steps);
// rate * min(1, (step + 1) / steps)
Real warm_up(Real rate, int64_t step, int64_t steps);
// From peak/25 up to peak over the first 30% of the steps, then down to peak/25e4, along half
// cosines. Smith & Topin 2018; PyTorch's OneCycleLR.
Real one_cycle(Real peak, int64_t step, int64_t steps);

#endif
