// Rates of 1/4 and 1/8 and small numbers, so that a step can be followed with a pencil.
#include "mini_batches.h"

#include <stdio.h>

#include "cases.h"

enum { MOST = 9 };

static void call(float w0, float b0, const float *x, const float *t,
                 const int *order, int houses, int batch, float rate)
{
    char words[80];
    int used = snprintf(words, sizeof words, "order");
    for (int k = 0; k < houses; k++)
        used += snprintf(words + used, sizeof words - (size_t)used, " %d",
                         order[k]);
    parameter("batch", batch);
    given("%s, rate %g", words, (double)rate);
    const int *guarded = input_bytes(order, houses * (int)sizeof *order);
    float *w = output_holding("w", SHAPE(1), w0);
    float *b = output_holding("b", SHAPE(1), b0);
    one_epoch(w, b, x, t, guarded, houses, batch, rate);
}

static void example(void)
{
    const float *x = input("x", SHAPE(3), 1, 2, 3);
    const float *t = input("t", SHAPE(3), 2, 2, 5);
    call(0, 0, x, t, (int[]){2, 0, 1}, 3, 2, 0.25f);
    right(-2.375);
}

static void one_at_a_time(void)
{
    const float *x = input("x", SHAPE(3), 1, 0, -1);
    const float *t = input("t", SHAPE(3), 4, 3, 3);
    call(1, 1, x, t, (int[]){1, 2, 0}, 3, 1, 0.25f);
    right(3.5);
}

static void drawn(void)
{
    int houses = size_between(1, MOST), order[MOST];
    for (int k = 0; k < houses; k++) order[k] = k;
    for (int k = houses - 1; k > 0; k--) {
        int other = between(0, k), kept = order[k];
        order[k] = order[other];
        order[other] = kept;
    }
    int batch = one_in(6) ? between(houses, houses + 3) : between(1, houses);
    const float *x = input_drawn("x", SHAPE(houses), SUMMED);
    const float *t = input_drawn("t", SHAPE(houses), SUMMED);
    float w = (float)between(-8, 8) / 4, b = (float)between(-8, 8) / 4;
    call(w, b, x, t, order, houses, batch, one_in(2) ? 0.0625f : 0.015625f);
}

const Cases cases = {{example, one_at_a_time}, drawn, 300};
