// Small numbers; about half of the sums are negative, and some exactly 0.
#include "neuron.h"

#include "cases.h"

static void call(const float *w, float b, const float *x, float t,
                 int features)
{
    float *dw = output("dw", SHAPE(features)), *db = output("db", SHAPE(1));
    float said = neuron(dw, db, w, b, x, t, features);
    *output("y", SHAPE(1)) = said;
}

static void example(void)
{
    const float *w = input("w", SHAPE(2), 3, -4),
                *x = input("x", SHAPE(2), 2, 1);
    const float *b = input("b", SHAPE(1), 1), *t = input("t", SHAPE(1), 5);
    call(w, *b, x, *t, 2);
    right(3);
}

static void below_zero(void)
{
    const float *w = input("w", SHAPE(2), 3, -4),
                *x = input("x", SHAPE(2), 2, 1);
    const float *b = input("b", SHAPE(1), -9), *t = input("t", SHAPE(1), 5);
    call(w, *b, x, *t, 2);
    right(0);
}

static void drawn(void)
{
    int features = parameter("features", size_between(1, 5));
    const float *w = input_drawn("w", SHAPE(features), SUMMED);
    const float *x = input_drawn("x", SHAPE(features), SUMMED);
    const float *b = input_drawn("b", SHAPE(1), SUMMED);
    const float *t = input_drawn("t", SHAPE(1), SUMMED);
    call(w, *b, x, *t, features);
}

const Cases cases = {{example, below_zero}, drawn, 300};
