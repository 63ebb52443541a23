// Small tables of whole numbers first, whose best plane is known to many digits; then penguins.
#include "penguins.h"

#include <math.h>

#include "cases.h"
#include "measured.h"

enum { HELD_OUT = 1 };

static void call(const float *x, const float *t, int count, int features)
{
    float *w = output("w", SHAPE(features)), *b = output("b", SHAPE(1));
    learn(w, b, x, t, count, features);
}

static void example(void)
{
    const float *x = input("x", SHAPE(3, 1), 1, 2, 4);
    call(x, input("t", SHAPE(3), 3, 5, 9), 3, 1);
    right(1);
}

// Far from 0, as flippers are: 201 202 204.
static void far_from_zero(void)
{
    const float *x = input("x", SHAPE(3, 1), 201, 202, 204);
    call(x, input("t", SHAPE(3), 3, 5, 9), 3, 1);
    right(-399);
}

static void drawn(void)
{
    float x[14 * 4], t[14];
    int features = between(1, 4), count = features + size_between(4, 10);
    for (int n = 0; n < count; n++) {
        t[n] = (float)between(-40, 40);
        for (int d = 0; d < features; d++)
            x[n * features + d] = (float)between(-9, 9) + (float)(4 * d);
        x[n * features + n % features] +=
            12;   // no column is nearly another's
    }
    const float *inputs =
        input_numbers("x", SHAPE(count, features), x, count * features);
    call(inputs, input_numbers("t", SHAPE(count), t, count), count, features);
}

// Every third one judges; 1 less the squared error over that of always saying the mean.
static double explained(const float *w, float b)
{
    double mean = 0, left = 0, all = 0;
    int held_out = 0;
    for (int n = 0; n < PENGUINS; n += 3) held_out++;
    for (int n = 0; n < PENGUINS; n += 3)
        mean += (double)measured[n][MEASURES] / held_out;
    for (int n = 0; n < PENGUINS; n += 3) {
        double y = (double)b, mass = (double)measured[n][MEASURES];
        for (int d = 0; d < MEASURES; d++)
            y += (double)w[d] * (double)measured[n][d];
        left += pow(y - mass, 2);
        all += pow(mass - mean, 2);
    }
    double share = 1 - left / all;
    return isfinite(share) && share > -1 ? share : -1;
}

static void animals(void)
{
    static float x[PENGUINS * MEASURES], t[PENGUINS];
    float w[MEASURES] = {NAN, NAN, NAN}, b = NAN;
    int count = 0;
    stage(HELD_OUT);
    given("333 penguins, every third one held out");
    for (int n = 0; n < PENGUINS; n++) {
        if (n % 3 == 0) continue;
        for (int d = 0; d < MEASURES; d++)
            x[count * MEASURES + d] = measured[n][d];
        t[count++] = measured[n][MEASURES];
    }
    learn(w, &b, x, t, count, MEASURES);
    answer_at_least("share explained", explained(w, b), 0.75);
}

const Cases cases = {{example, far_from_zero, animals}, drawn, 300};
