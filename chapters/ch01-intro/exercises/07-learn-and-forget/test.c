// None to three pictures are learned; then one is forgotten, or none: the first of them, or one of
// those that the mean came with.
#include "forget.h"

#include "cases.h"

static void learn_one(void)
{
    const float *x = input("x", SHAPE(2), 4, 2);
    float *count = output_holding("count", SHAPE(1), 1);
    float *mean = output_holding("mean", SHAPE(2), 2, 8);
    learn(mean, count, x, 2);
    right(3, 5);
}

static void forget_one(void)
{
    const float *x = input("x", SHAPE(2), 4, 2);
    float *count = output_holding("count", SHAPE(1), 3);
    float *mean = output_holding("mean", SHAPE(2), 5, 5);
    given("x is forgotten");
    forget(mean, count, x, 2);
    right(5.5, 6.5);
}

static void first_one(void)
{
    const float *x = input("x", SHAPE(1), 7);
    float *mean = output_holding("mean", SHAPE(1), 0);
    float *count = output_holding("count", SHAPE(1), 0);
    learn(mean, count, x, 1);
    right(1);
}

static void drawn(void)
{
    float start[4], many;
    int pixels = size_between(1, 4), had = between(0, 6);
    int learned = between(had < 2 ? 2 - had : 0, 3);
    int forgotten = between(learned ? 0 : 1, 1);
    for (int i = 0; i < pixels; i++)
        start[i] = had ? (float)between(-9, 9) : 0;
    many = (float)had;
    float *mean = output_numbers("mean", SHAPE(pixels), start, pixels);
    float *count = output_numbers("count", SHAPE(1), &many, 1);
    const float *x = input_drawn("x", SHAPE(4, pixels), SUMMED);
    parameter("learned", learned);
    parameter("forgotten", forgotten);
    for (int n = 0; n < learned; n++)
        learn(mean, count, x + n * pixels, pixels);
    if (forgotten) forget(mean, count, x, pixels);
}

const Cases cases = {{learn_one, forget_one, first_one}, drawn, 300};
