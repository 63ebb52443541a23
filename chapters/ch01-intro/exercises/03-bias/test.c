// Batches row after row, transposed, with gaps; biases side by side, with gaps, and one for all.
#include "bias.h"

#include "cases.h"

static void example(void)
{
    float *y = output_holding("y", SHAPE(2, 3), 0, 1, 2, 3, 4, 5);
    const float *bias = input("bias", SHAPE(3), 10, 20, 30);
    add_bias(y, bias, 2, 3, 3, 1, 1);
    right(10, 21, 32, 13, 24, 35);
}

// The same numbers as 3 samples of 2 units, transposed.
static void transposed(void)
{
    float *y = output_holding("y", SHAPE(2, 3), 0, 1, 2, 3, 4, 5);
    const float *bias = input("bias", SHAPE(2), 10, 20);
    given("sample_step 1, unit_step 3");
    add_bias(y, bias, 3, 2, 1, 3, 1);
    right(10, 11, 12, 23, 24, 25);
}

static void drawn(void)
{
    int samples = size_between(1, 5), units = between(1, 5);
    int gap = between(1, 3), bias_step = between(0, 3);
    bool turned = one_in(2);
    int unit_step = turned ? gap * samples + between(0, 2) : gap;
    int sample_step = turned ? gap : gap * units + between(0, 2);
    parameter("samples", samples);
    parameter("units", units);
    parameter("sample_step", sample_step);
    parameter("unit_step", unit_step);
    parameter("bias_step", bias_step);
    int last = (samples - 1) * sample_step + (units - 1) * unit_step;
    float *y = output_drawn("y", SHAPE(last + 1));
    const float *bias =
        input_drawn("bias", SHAPE((units - 1) * 3 + 1), SUMMED);
    add_bias(y, bias, samples, units, sample_step, unit_step, bias_step);
}

const Cases cases = {{example, transposed}, drawn, 300};
