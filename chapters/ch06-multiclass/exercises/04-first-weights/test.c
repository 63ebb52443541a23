// Numbers of inputs and outputs that differ, inputs of all strengths, some of them silent.
#include "first_weights.h"

#include "cases.h"

static void call(const float *u, const float *before, int inputs,
                 int outputs)
{
    first_weights(output("w", SHAPE(inputs, outputs)), u, before, inputs,
                  outputs);
}

static void example(void)
{
    const float *u = input("u", SHAPE(2, 1), 1, -1);
    call(u, input("before", SHAPE(2), 4, 4), 2, 1);
    right(0.5, -0.5);
}

static void hes(void)
{
    const float *u = input("u", SHAPE(2, 3), 1, -2, 0.5f, 0, 3, -1);
    call(u, input("before", SHAPE(2), 1, 1), 2, 3);
    right(1, -2, 0.5, 0, 3, -1);
}

static void drawn(void)
{
    float u[6 * 5], before[6];
    int inputs = parameter("inputs", size_between(1, 6));
    int outputs = parameter("outputs", between(1, 5));
    for (int i = 0; i < inputs * outputs; i++) u[i] = real_between(-2, 2);
    int strong = one_in(3) ? 30 : 3;
    for (int d = 0; d < inputs; d++)
        before[d] = one_in(4) ? 0 : real_between(0.25, strong);
    int heard = between(0, inputs - 1);
    before[heard] = real_between(0.25, 3);
    const float *us = input_numbers("u", SHAPE(inputs, outputs), u,
                                    inputs * outputs);
    call(us, input_numbers("before", SHAPE(inputs), before, inputs), inputs,
         outputs);
}

const Cases cases = {{example, hes}, drawn, 300};
