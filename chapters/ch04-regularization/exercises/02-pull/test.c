// lambda is 0 now and then; weights, biases and errors are of all signs.
#include "pull.h"

#include "cases.h"

static void call(const float *w, float b, const float *x, const float *t,
                 int samples, int features, float lambda)
{
    batch_size(samples);
    float *db = output("db", SHAPE(1)), *dw = output("dw", SHAPE(features));
    gradient(dw, db, w, b, x, t, samples, features, lambda);
}

static void example(void)
{
    const float *lambda = input("lambda", SHAPE(1), 2);
    const float *w = input("w", SHAPE(1), 2), *b = input("b", SHAPE(1), 0);
    const float *x = input("x", SHAPE(2, 1), 1, 3);
    call(w, *b, x, input("t", SHAPE(2), 2, 4), 2, 1, *lambda);
    right(14);
}

static void drawn(void)
{
    int samples = size_between(1, 7), features = between(1, 4);
    parameter("samples", samples);
    parameter("features", features);
    float strength = one_in(5) ? 0 : (float)between(1, 12) / 8;
    float b = (float)between(-8, 8) / 4;
    const float *lambda = input_numbers("lambda", SHAPE(1), &strength, 1);
    const float *ws = input_drawn("w", SHAPE(features), SUMMED);
    const float *bs = input_numbers("b", SHAPE(1), &b, 1);
    const float *x = input_drawn("x", SHAPE(samples, features), SUMMED);
    call(ws, *bs, x, input_drawn("t", SHAPE(samples), SUMMED), samples,
         features, *lambda);
}

const Cases cases = {{example}, drawn, 300};
