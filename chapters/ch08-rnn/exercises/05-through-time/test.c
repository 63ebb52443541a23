// Windows of every length, states that tanh has not made alone, and gradients in dw, dv and db.
#include "through_time.h"

#include "cases.h"

static void two_steps(int window)
{
    given("window %d", window);
    const float *h = input("h", SHAPE(3, 1), 0, 0.5, 0.8), *x = input("x", SHAPE(2, 1), 1, 1);
    const float *v = input("v", SHAPE(1, 1), 1.1), *dh = input("dh", SHAPE(2, 1), 0, 4);
    float *dv = output_holding("dv", SHAPE(1, 1), 0), *db = output_holding("db", SHAPE(1), 0);
    float *dw = output_holding("dw", SHAPE(1, 1), 0);
    through_time(dw, dv, db, dh, h, x, v, 2, 1, 1, window);
}

static void example(void)
{
    two_steps(2);
    right(2.628);
}

static void cut(void)
{
    two_steps(1);
    right(1.44);
}

static const float *numbers(const char *name, Shape shape, int most)
{
    float values[64];
    for (int i = 0; i < shape.count; i++) values[i] = (float)between(-most, most) / 8;
    return input_numbers(name, shape, values, shape.count);
}

static float *held(const char *name, Shape shape)
{
    float values[64];
    for (int i = 0; i < shape.count; i++) values[i] = one_in(2) ? 0 : (float)between(-8, 8) / 4;
    return output_numbers(name, shape, values, shape.count);
}

static void drawn(void)
{
    int steps = parameter("steps", size_between(1, 7));
    int inputs = parameter("inputs", between(1, 3));
    int hidden = parameter("hidden", one_in(8) ? MOST_HIDDEN : between(1, 4));
    int window = parameter("window", between(1, one_in(3) ? 9 : 4));
    const float *h = numbers("h", SHAPE(steps + 1, hidden), 7);
    const float *x = numbers("x", SHAPE(steps, inputs), 12);
    const float *v = numbers("v", SHAPE(hidden, hidden), 10);
    const float *dh = numbers("dh", SHAPE(steps, hidden), 8);
    float *dw = held("dw", SHAPE(inputs, hidden)), *dv = held("dv", SHAPE(hidden, hidden));
    through_time(dw, dv, held("db", SHAPE(hidden)), dh, h, x, v, steps, inputs, hidden, window);
}

const Cases cases = {{example, cut}, drawn, 300};
