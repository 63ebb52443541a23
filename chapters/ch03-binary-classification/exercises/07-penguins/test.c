// Small tables, in which both answers occur everywhere; then the animals.
#include "penguins.h"

#include <math.h>

#include "cases.h"
#include "measured.h"

enum { HELD_OUT = 1 };

static void call(const float *x, const float *t, int samples, int features)
{
    batch_size(samples);
    float *b = output("b", SHAPE(1)), *w = output("w", SHAPE(features));
    learn(w, b, x, t, samples, features);
}

static void example(void)
{
    const float *x = input("x", SHAPE(2, 1), -1, 1);
    call(x, input("t", SHAPE(2), 0, 1), 2, 1);
    right(1.63351);   // 1 / (1 + e^w) = 0.1 w
}

static void drawn(void)
{
    float x[16 * 4], t[16];
    int features = between(1, 4), samples = size_between(4, 16);
    for (int n = 0; n < samples; n++) {
        for (int d = 0; d < features; d++)
            x[n * features + d] = (float)between(-8, 8) / 4;
        t[n] = one_in(3) ? 1 : 0;
    }
    t[0] = 1;
    t[1] = 0;
    const float *inputs =
        input_numbers("x", SHAPE(samples, features), x, samples * features);
    call(inputs, input_numbers("t", SHAPE(samples), t, samples), samples,
         features);
}

// Less the mean and over the deviation of those that are learned from.
static void standardised(float out[PENGUINS][MEASURES])
{
    for (int d = 0; d < MEASURES; d++) {
        double mean = 0, square = 0, count = 0;
        for (int n = 0; n < PENGUINS; n++) count += n % 3 != 0;
        for (int n = 0; n < PENGUINS; n++)
            if (n % 3 != 0) mean += (double)measured[n][d] / count;
        for (int n = 0; n < PENGUINS; n++)
            if (n % 3 != 0)
                square += pow((double)measured[n][d] - mean, 2) / count;
        for (int n = 0; n < PENGUINS; n++)
            out[n][d] =
                (float)(((double)measured[n][d] - mean) / sqrt(square));
    }
}

static void animals(void)
{
    static float all[PENGUINS][MEASURES], x[PENGUINS * MEASURES], t[PENGUINS];
    float w[MEASURES] = {NAN, NAN, NAN, NAN}, b = NAN;
    int samples = 0, right = 0, held_out = 0;
    stage(HELD_OUT);
    given("333 penguins, every third one held out");
    standardised(all);
    for (int n = 0; n < PENGUINS; n++) {
        if (n % 3 == 0) continue;
        for (int d = 0; d < MEASURES; d++)
            x[samples * MEASURES + d] = all[n][d];
        t[samples++] = measured[n][MEASURES];
    }
    learn(w, &b, x, t, samples, MEASURES);
    for (int n = 0; n < PENGUINS; n += 3) {
        float z = b;
        for (int d = 0; d < MEASURES; d++) z += w[d] * all[n][d];
        right += (z > 0) == (measured[n][MEASURES] > 0);
        held_out++;
    }
    answer_at_least("share told rightly", (double)right / held_out, 0.85);
}

const Cases cases = {{example, animals}, drawn, 200};
