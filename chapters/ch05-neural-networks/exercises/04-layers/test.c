// From one layer on; sizes that differ, so that neither weights nor biases begin where others do.
#include "layers.h"

#include <stdio.h>

#include "cases.h"

enum { DEEPEST = 4 };

static void call(const int *size, int layers, const float *x, const float *w,
                 const float *b)
{
    char words[64] = "";
    for (int l = 0, used = 0; l <= layers; l++)
        used += snprintf(words + used, sizeof words - (size_t)used, " %d",
                         size[l]);
    given("sizes%s", words);
    const int *sizes = input_bytes(size, (layers + 1) * (int)sizeof *size);
    layers_forward(output("z", SHAPE(size[layers])), x, w, b, sizes, layers);
}

static void example(void)
{
    const float *x = input("x", SHAPE(1), 3),
                *w = input("w", SHAPE(2), 2, -1);
    call((int[]){1, 1, 1}, 2, x, w, input("b", SHAPE(2), -2, 1));
    right(-3);
}

// The first layer hands on 0 and 2.
static void cut(void)
{
    const float *x = input("x", SHAPE(2), 1, -1),
                *w = input("w", SHAPE(6), 1, 2, 3, -1, 5, -4);
    call((int[]){2, 2, 1}, 2, x, w, input("b", SHAPE(3), 1, -1, 0.5));
    right(-7.5);
}

static void one_layer(void)
{
    const float *x = input("x", SHAPE(2), 1, 2),
                *w = input("w", SHAPE(4), 1, 0, -2, 3);
    call((int[]){2, 2}, 1, x, w, input("b", SHAPE(2), 0, 10));
    right(-3, 16);
}

static void drawn(void)
{
    static float w[DEEPEST * WIDEST * WIDEST], b[DEEPEST * WIDEST];
    int size[DEEPEST + 1], weights = 0, biases = 0;
    float x[WIDEST];
    int layers = parameter("layers", size_between(1, DEEPEST));
    for (int l = 0; l <= layers; l++)
        size[l] = between(1, one_in(3) ? WIDEST : 3);
    for (int l = 0; l < layers; l++) {
        weights += size[l] * size[l + 1];
        biases += size[l + 1];
    }
    for (int i = 0; i < weights; i++) w[i] = (float)between(-8, 8) / 4;
    for (int i = 0; i < biases; i++) b[i] = (float)between(-4, 12) / 4;
    for (int d = 0; d < size[0]; d++) x[d] = (float)between(-12, 12) / 4;
    const float *sample = input_numbers("x", SHAPE(size[0]), x, size[0]);
    const float *all = input_numbers("w", SHAPE(weights), w, weights);
    call(size, layers, sample, all,
         input_numbers("b", SHAPE(biases), b, biases));
}

const Cases cases = {{example, cut, one_layer}, drawn, 300};
