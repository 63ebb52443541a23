// Rates of 0 and of 0.9, numbers of chance that equal the rate, and both training and being asked.
#include "dropout.h"

#include "cases.h"

static void call(const float *x, const float *u, int units, float rate,
                 int training)
{
    dropout(output("y", SHAPE(units)), x, u, units, rate, training);
}

static void training(void)
{
    given("training");
    const float *rate = input("rate", SHAPE(1), 0.2f);
    const float *x = input("x", SHAPE(2), 4, 8);
    call(x, input("u", SHAPE(2), 0.1f, 0.9f), 2, *rate, 1);
    right(0, 10);
}

static void asked(void)
{
    given("asked");
    const float *rate = input("rate", SHAPE(1), 0.2f);
    const float *x = input("x", SHAPE(2), 4, 8);
    call(x, input("u", SHAPE(2), 0.1f, 0.9f), 2, *rate, 0);
    right(4, 8);
}

static void drawn(void)
{
    float u[8], rate = (float)between(0, 14) / 16;
    int units = parameter("units", size_between(1, 8));
    int learns = parameter("training", one_in(3) ? 0 : 1);
    for (int k = 0; k < units; k++)
        u[k] = one_in(8) ? rate : (float)between(0, 31) / 32;
    const float *r = input_numbers("rate", SHAPE(1), &rate, 1);
    const float *x = input_drawn("x", SHAPE(units), SUMMED);
    call(x, input_numbers("u", SHAPE(units), u, units), units, *r, learns);
}

const Cases cases = {{training, asked}, drawn, 300};
