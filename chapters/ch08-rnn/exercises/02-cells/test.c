// Weights of every sign and size, and a start that is not 0: what is dropped or exchanged shows.
#include "cells.h"

#include "cases.h"

static void example(void)
{
    const float *x = input("x", SHAPE(2, 1), 1, 0), *w = input("w", SHAPE(1, 2), 1, 0);
    const float *v = input("v", SHAPE(2, 2), 0, 1, 0, 0), *b = input("b", SHAPE(2), 0, 0);
    const float *start = input("start", SHAPE(2), 0, 0);
    cells(output("h", SHAPE(2, 2)), x, w, v, b, start, 2, 1, 2);
    right(0.761594, 0, 0, 0.642015);
}

static void start_is_not_0(void)
{
    const float *x = input("x", SHAPE(1, 1), 0.5), *w = input("w", SHAPE(1, 1), 1);
    const float *v = input("v", SHAPE(1, 1), 2), *b = input("b", SHAPE(1), 0.25);
    cells(output("h", SHAPE(1, 1)), x, w, v, b, input("start", SHAPE(1), -0.5), 1, 1, 1);
    right(-0.244919);
}

static const float *numbers(const char *name, Shape shape, int most)
{
    float values[25];
    for (int i = 0; i < shape.count; i++) values[i] = (float)between(-most, most) / 8;
    return input_numbers(name, shape, values, shape.count);
}

static void drawn(void)
{
    int steps = parameter("steps", size_between(1, 5));
    int inputs = parameter("inputs", between(1, 4)), hidden = parameter("hidden", between(1, 5));
    const float *x = numbers("x", SHAPE(steps, inputs), 12);
    const float *w = numbers("w", SHAPE(inputs, hidden), 8);
    const float *v = numbers("v", SHAPE(hidden, hidden), 10);
    const float *b = numbers("b", SHAPE(hidden), 6);
    const float *start = numbers("start", SHAPE(hidden), 8);
    cells(output("h", SHAPE(steps, hidden)), x, w, v, b, start, steps, inputs, hidden);
}

const Cases cases = {{example, start_is_not_0}, drawn, 300};
