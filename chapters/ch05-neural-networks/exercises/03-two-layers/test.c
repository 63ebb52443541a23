// Sizes from 1 on; errors of a sample or two, units at their ends; gradients that hold something.
#include "back.h"

#include "cases.h"

enum { MOST = 5 };

static void call(const float *x, const float *h, const float *e,
                 const float *w2, float *dw1, float *db1, float *dw2, Sizes s)
{
    batch_size(s.samples);
    back(dw1, db1, dw2, x, h, e, w2, s);
}

static void example(void)
{
    const float *x = input("x", SHAPE(1, 1), 2),
                *h = input("h", SHAPE(1, 1), 0.5);
    const float *e = input("e", SHAPE(1, 1), -1),
                *w2 = input("w2", SHAPE(1, 1), 4);
    float *dw1 = output_holding("dw1", SHAPE(1, 1), 0);
    float *db1 = output_holding("db1", SHAPE(1), 0);
    float *dw2 = output_holding("dw2", SHAPE(1, 1), 0);
    call(x, h, e, w2, dw1, db1, dw2, (Sizes){1, 1, 1, 1});
    right(-0.5);
}

// Two units, three outputs: what comes back to the first unit is 1 * 2 + 2 * 0 - 1 * 1 = 1.
static void three_outputs(void)
{
    const float *x = input("x", SHAPE(1, 1), 3),
                *h = input("h", SHAPE(1, 2), 0, 0.5);
    const float *e = input("e", SHAPE(1, 3), 1, 2, -1);
    const float *w2 = input("w2", SHAPE(2, 3), 2, 0, 1, 4, -1, 2);
    float *dw2 = output_holding("dw2", SHAPE(2, 3), 0, 0, 0, 0, 0, 0);
    float *dw1 = output_holding("dw1", SHAPE(1, 2), 0, 0);
    float *db1 = output_holding("db1", SHAPE(2), 10, 0);
    call(x, h, e, w2, dw1, db1, dw2, (Sizes){1, 1, 2, 3});
    right(11, 0);
}

static void drawn(void)
{
    float h[MOST * MOST];
    Sizes s;
    s.samples = parameter("samples", size_between(1, MOST));
    s.inputs = parameter("inputs", between(1, MOST - 1));
    s.hidden = parameter("hidden", between(1, MOST));
    s.outputs = parameter("outputs", between(1, MOST - 1));
    for (int i = 0; i < s.samples * s.hidden; i++)
        h[i] =
            one_in(8) ? (float)between(-1, 1) : (float)between(-15, 15) / 16;
    const float *x = input_drawn("x", SHAPE(s.samples, s.inputs), SUMMED);
    const float *units = input_numbers("h", SHAPE(s.samples, s.hidden), h,
                                       s.samples * s.hidden);
    const float *e = input_drawn("e", SHAPE(s.samples, s.outputs), SUMMED);
    const float *w2 = input_drawn("w2", SHAPE(s.hidden, s.outputs), SUMMED);
    float *dw1 = output_drawn("dw1", SHAPE(s.inputs, s.hidden));
    float *db1 = output_drawn("db1", SHAPE(s.hidden));
    float *dw2 = output_drawn("dw2", SHAPE(s.hidden, s.outputs));
    call(x, units, e, w2, dw1, db1, dw2, s);
}

const Cases cases = {{example, three_outputs}, drawn, 300};
