/* weights.h: parameters of a test's own, zeros at first. */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include <stdio.h>

#include "../../common/params.h"

static void add_weight(Params *params, const char *name, Shape shape)
{
    Param weight = {.shape = shape, .initialiser = ZERO, .is_weight = true};
    snprintf(weight.name, sizeof weight.name, "%s", name);
    params_add(params, weight);
}

static void add_bias(Params *params, const char *name, Shape shape)
{
    Param bias = {.shape = shape, .initialiser = ZERO};
    snprintf(bias.name, sizeof bias.name, "%s", name);
    params_add(params, bias);
}

#endif
