// Small numbers, so that a case can be checked with pencil and a table of e^x.
#include "gradient.h"

#include "cases.h"

static void call(const float *w, float b, const float *x, const float *t,
                 int samples, int features)
{
    batch_size(samples);
    float *db = output("db", SHAPE(1)), *dw = output("dw", SHAPE(features));
    gradient(dw, db, w, b, x, t, samples, features);
}

static void example(void)
{
    const float *w = input("w", SHAPE(1), 0), *b = input("b", SHAPE(1), 0);
    const float *x = input("x", SHAPE(2, 1), 4, -2);
    call(w, *b, x, input("t", SHAPE(2), 1, 1), 2, 1);
    right(-0.5);
}

static void drawn(void)
{
    float t[7];
    int samples = size_between(1, 7), features = between(1, 4);
    parameter("samples", samples);
    parameter("features", features);
    for (int n = 0; n < samples; n++) t[n] = (float)between(0, 1);
    float w[4], b = real_between(-2, 2);
    for (int d = 0; d < features; d++) w[d] = real_between(-1, 1);
    const float *ws = input_numbers("w", SHAPE(features), w, features);
    const float *bs = input_numbers("b", SHAPE(1), &b, 1);
    const float *x = input_drawn("x", SHAPE(samples, features), SUMMED);
    call(ws, *bs, x, input_numbers("t", SHAPE(samples), t, samples), samples,
         features);
}

const Cases cases = {{example}, drawn, 300};
