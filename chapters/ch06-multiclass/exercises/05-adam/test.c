// Several steps, on the same weights: what is kept between them matters.
#include "adam.h"

#include "cases.h"

enum { MOST = 3, STEPS = 8 };

static void example(void)
{
    float *w = output_holding("w", SHAPE(1), 1);
    float *m = output_holding("m", SHAPE(1), 0);
    float *v = output_holding("v", SHAPE(1), 0);
    given("t 1, rate 0.25");
    const float *g = input("g", SHAPE(1), -40);
    adam_step(w, m, v, g, 1, 1, 0.25f);
    right(1.6);
}

static float gradient(float size)
{
    if (one_in(10)) return 0;
    float g = size * real_between(0.3, 3);
    return one_in(3) ? -g : g;
}

static void drawn(void)
{
    static const float sizes[] = {0.01f, 1, 1, 100};
    static const float rates[] = {0.5f, 0.125f, 1};
    float g[STEPS * MOST], first[MOST], zeros[MOST] = {0};
    int count = parameter("count", between(1, MOST));
    int steps = parameter("steps", size_between(1, STEPS));
    float rate = rates[between(0, 2)];
    for (int i = 0; i < count; i++) {
        float size = sizes[between(0, 3)];
        first[i] = real_between(-2, 2);
        for (int t = 0; t < steps; t++) g[t * count + i] = gradient(size);
    }
    given("rate %g", (double)rate);
    const float *slopes =
        input_numbers("g", SHAPE(steps, count), g, steps * count);
    float *m = output_numbers("m", SHAPE(count), zeros, count);
    float *v = output_numbers("v", SHAPE(count), zeros, count);
    float *w = output_numbers("w", SHAPE(count), first, count);
    for (int t = 1; t <= steps; t++)
        adam_step(w, m, v, slopes + (t - 1) * count, count, t, rate);
}

const Cases cases = {{example}, drawn, 300};
