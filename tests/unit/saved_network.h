/* saved_network.h: a network and a training that the tests of checkpoints save in a folder of their
 * own.
 */
#ifndef SAVED_NETWORK_H
#define SAVED_NETWORK_H

#include "../../common/checkpoint.h"
#include "own_folder.h"
#include "weights.h"

static char path[96];   // of the checkpoint

static void make_path(void)
{
    make_folder();
    snprintf(path, sizeof path, "%s/net.safetensors", folder);
}

static Params *empty_network(void) { return params_new(5, CPU); }

// A network of 7×3 weights, 3 biases and a single number, filled with numbers that have all their
// bits.
static Params *network(double phase)
{
    Params *params = params_new(5, CPU);
    add_weight(params, "linear1.weight", shape(7, 3));
    add_bias(params, "linear1.bias", shape(3));
    add_bias(params, "gain", shape());
    params_ready(params);
    for (int p = 0; p < params->length; p++) {
        Tensor value = param_value(params, p), gradient = param_gradient(params, p);
        for (size_t i = 0; i < params->list[p].count; i++) {
            reals(&value)[i] = (Real)((double)(i + 1) / 3 + phase + p);
            reals(&gradient)[i] = (Real)((double)(i + 1) / 7 - phase);
        }
    }
    return params;
}

static Optimizer trained(Params *params)
{
    Optimizer adam = adam_new(params);
    optimizer_step(&adam, (Real)0.01);
    params->passes = 1;
    return adam;
}

static Progress some_progress(void)
{
    return (Progress){.program = "ch07-cnn",
                      .seed = UINT64_MAX - 3,
                      .epochs = 5,
                      .batch = 64,
                      .learning_rate = 0.1 + 0.2,
                      .epoch = 2,
                      .index = 17,
                      .step = 1234567890123,
                      .epoch_loss = 1e-300,
                      .options = "--augment \"\\\"é"};
}

static void expect_message(const Error *error, const char *expected)
{
    char whole[600];
    snprintf(whole, sizeof whole, "%s: %s", path, expected);
    cr_assert_str_eq(error->message, whole);
}

#endif
