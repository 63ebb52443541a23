// Gradients shorter and longer than the limit, whose two parts are of very different lengths.
#include "clip.h"

#include "cases.h"

static void call(const float *dw, int weights, const float *db, int biases, float most)
{
    given("most %g", (double)most);
    float *b = output_numbers("db", SHAPE(biases), db, biases);
    float *w = output_numbers("dw", SHAPE(weights), dw, weights);
    float length = clip(w, b, weights, biases, most);
    *output("length", SHAPE(1)) = length;
}

static void example(void)
{
    static const float dw[] = {3, 0}, db[] = {-4};
    call(dw, 2, db, 1, 2);
    right(5);
}

static void short_enough(void)
{
    static const float dw[] = {0.3f}, db[] = {0.4f};
    call(dw, 1, db, 1, 1);
    right(0.5);
}

static void fill(float *numbers, int count, float size)
{
    for (int i = 0; i < count; i++)
        numbers[i] = one_in(4) ? 0 : size * (float)between(-16, 16) / 8;
}

static void drawn(void)
{
    static const float sizes[] = {1e-5f, 0.5f, 1, 1, 2, 64, 4e5f};
    static const float limits[] = {0.5f, 1, 1, 3, 5, 20};
    float dw[7], db[4];
    int weights = parameter("weights", size_between(1, 7));
    int biases = parameter("biases", between(1, 4));
    fill(dw, weights, sizes[between(0, 6)]);
    fill(db, biases, sizes[between(0, 6)]);
    call(dw, weights, db, biases, limits[between(0, 5)]);
}

const Cases cases = {{example, short_enough}, drawn, 300};
