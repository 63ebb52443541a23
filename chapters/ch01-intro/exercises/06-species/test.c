// Small tables whose columns have sizes of their own, one in four never changing; then penguins.
#include "species.h"

#include <math.h>

#include "cases.h"
#include "measured.h"

enum { HELD_OUT = 1 };

static void example(void)
{
    const float *x = input("x", SHAPE(4, 1), 1, 3, 10, 12);
    const float *kind = input("kind", SHAPE(4), 0, 0, 1, 1);
    const float *asked = input("asked", SHAPE(2, 1), 6, 7);
    tell_kinds(output("said", SHAPE(2)), asked, 2, x, kind, 4, 1, 2);
    right(0, 1);
}

// Millimetres decide, though grams differ by more.
static void two_units(void)
{
    const float *x = input("x", SHAPE(4, 2), 1, 100, 1, 300, 3, 100, 3, 340);
    const float *kind = input("kind", SHAPE(4), 0, 0, 1, 1);
    const float *asked = input("asked", SHAPE(1, 2), 1, 300);
    tell_kinds(output("said", SHAPE(1)), asked, 1, x, kind, 4, 2, 2);
    right(0);
}

static void drawn(void)
{
    float x[10 * 4], kind[10], asked[3 * 4];
    static const float sizes[] = {0.25f, 1, 1, 16};
    int kinds = between(2, 4), count = kinds + size_between(1, 6);
    int features = between(1, 4), many = between(1, 3);
    for (int n = 0; n < count; n++)
        kind[n] = (float)(n < kinds ? n : between(0, kinds - 1));
    for (int d = 0; d < features; d++) {
        float size = sizes[between(0, 3)];
        int never = one_in(5), value = between(-9, 9);
        for (int n = 0; n < count; n++)
            x[n * features + d] =
                size * (float)(never ? value : between(-9, 9));
        for (int n = 0; n < many; n++)
            asked[n * features + d] = size * (float)between(-9, 9);
    }
    const float *known =
        input_numbers("x", SHAPE(count, features), x, count * features);
    const float *kinds_of = input_numbers("kind", SHAPE(count), kind, count);
    const float *new =
        input_numbers("asked", SHAPE(many, features), asked, many * features);
    tell_kinds(output("said", SHAPE(many)), new, many, known, kinds_of, count,
               features, kinds);
}

// Every third one judges.
static void animals(void)
{
    static float x[PENGUINS * MEASURES], kind[PENGUINS];
    static float asked[PENGUINS * MEASURES], said[PENGUINS];
    int count = 0, many = 0, right = 0;
    stage(HELD_OUT);
    given("342 penguins, every third one held out");
    for (int n = 0; n < PENGUINS; n++) {
        float *to = n % 3 ? x + MEASURES * count : asked + MEASURES * many;
        for (int d = 0; d < MEASURES; d++) to[d] = measured[n][d];
        if (n % 3)
            kind[count++] = measured[n][MEASURES];
        else
            said[many++] = NAN;
    }
    tell_kinds(said, asked, many, x, kind, count, MEASURES, 3);
    for (int n = 0; n < many; n++)
        right += said[n] == measured[3 * n][MEASURES];
    answer_at_least("share told rightly", (double)right / many, 0.9);
}

const Cases cases = {{example, two_units, animals}, drawn, 400};
