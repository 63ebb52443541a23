// Several steps, one after the other: what is kept between them matters.
#include "lstm_step.h"

#include "cases.h"

static void example(void)
{
    const float *u = input("u", SHAPE(4, 1), 0, 2, 1, 0);
    const float *v = input("v", SHAPE(1, 4, 1), 0, 0, 0, 0);
    float *c = output_holding("c", SHAPE(1), 1), *h = output_holding("h", SHAPE(1), 0);
    lstm_step(h, c, u, v, 1);
    right(0.425740);
}

static void open_gates(void)
{
    const float *u = input("u", SHAPE(4, 1), -20, 20, 3, 20);
    const float *v = input("v", SHAPE(1, 4, 1), 0, 0, 1, 0);
    float *h = output_holding("h", SHAPE(1), 0.5), *c = output_holding("c", SHAPE(1), 2);
    lstm_step(h, c, u, v, 1);
    right(2);
}

static void fill(float *numbers, int count, int most)
{
    for (int i = 0; i < count; i++) numbers[i] = (float)between(-most, most) / 8;
}

static void drawn(void)
{
    float u[4 * MOST_HIDDEN], v[MOST_HIDDEN * 4 * MOST_HIDDEN], h[MOST_HIDDEN], c[MOST_HIDDEN];
    int hidden = parameter("hidden", size_between(1, one_in(8) ? MOST_HIDDEN : 4));
    int steps = parameter("steps", between(1, 3));
    fill(u, 4 * hidden, one_in(4) ? 60 : 16);
    fill(v, hidden * 4 * hidden, 12);
    fill(h, hidden, 8);
    fill(c, hidden, 24);
    const float *input = input_numbers("u", SHAPE(4, hidden), u, 4 * hidden);
    const float *weight =
        input_numbers("v", SHAPE(hidden, 4, hidden), v, hidden * 4 * hidden);
    float *cell = output_numbers("c", SHAPE(hidden), c, hidden);
    float *state = output_numbers("h", SHAPE(hidden), h, hidden);
    for (int t = 0; t < steps; t++) lstm_step(state, cell, input, weight, hidden);
}

const Cases cases = {{example, open_gates}, drawn, 300};
