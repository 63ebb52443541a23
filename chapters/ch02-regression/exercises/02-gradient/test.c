// Small numbers, quarters among them, so that any case can be checked with pencil and paper.
#include "gradient.h"

#include "cases.h"

static void call(const float *w, float b, const float *x, const float *t,
                 int houses, int features)
{
    batch_size(houses);
    float *dw = output("dw", SHAPE(features)), *db = output("db", SHAPE(1));
    float loss = gradient(dw, db, w, b, x, t, houses, features);
    *output("L", SHAPE(1)) = loss;
}

static void example(void)
{
    const float *w = input("w", SHAPE(1), 80), *b = input("b", SHAPE(1), 50);
    const float *x = input("x", SHAPE(3, 1), 1, 2, 5);
    call(w, *b, x, input("t", SHAPE(3), 160, 198, 462), 3, 1);
    right(396);
}

static void two_features(void)
{
    const float *w = input("w", SHAPE(2), 3, -1),
                *b = input("b", SHAPE(1), 2);
    const float *x = input("x", SHAPE(3, 2), 1, 4, 0, 2, 2, 1);
    call(w, *b, x, input("t", SHAPE(3), 4, 0, 1), 3, 2);
    right(15);
}

static void drawn(void)
{
    int houses = size_between(1, 7), features = between(1, 4);
    parameter("houses", houses);
    parameter("features", features);
    const float *w = input_drawn("w", SHAPE(features), SUMMED);
    const float *b = input_drawn("b", SHAPE(1), SUMMED);
    const float *x = input_drawn("x", SHAPE(houses, features), SUMMED);
    call(w, *b, x, input_drawn("t", SHAPE(houses), SUMMED), houses, features);
}

const Cases cases = {{example, two_features}, drawn, 300};
