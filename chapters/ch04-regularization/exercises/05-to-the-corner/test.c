// Weights near 0 and far from it, of both signs, and pulls of 0.
#include "proximal.h"

#include "cases.h"

static void example(void)
{
    const float *rate = input("rate", SHAPE(1), 0.1f);
    const float *lambda = input("lambda", SHAPE(1), 3);
    const float *dw = input("dw", SHAPE(2), 2, -1);
    proximal_step(output_holding("w", SHAPE(2), 1, -0.2f), dw, 2, *rate,
                  *lambda);
    right(0.5, 0);
}

static void drawn(void)
{
    float before[6], slope[6];
    int weights = parameter("weights", size_between(1, 6));
    float rate = 1.0f / (float)(1 << between(0, 3));
    float lambda = one_in(6) ? 0 : (float)between(1, 24) / 4;
    for (int d = 0; d < weights; d++) {
        before[d] = one_in(6) ? 0 : (float)between(-24, 24) / 8;
        slope[d] = (float)between(-16, 16) / 4;
    }
    const float *r = input_numbers("rate", SHAPE(1), &rate, 1);
    const float *l = input_numbers("lambda", SHAPE(1), &lambda, 1);
    const float *dw = input_numbers("dw", SHAPE(weights), slope, weights);
    proximal_step(output_numbers("w", SHAPE(weights), before, weights), dw,
                  weights, *r, *l);
}

const Cases cases = {{example}, drawn, 300};
