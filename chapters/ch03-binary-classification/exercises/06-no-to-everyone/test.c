// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "no_to_everyone.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, MOST = 400 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *x, const float *t, int people, float w,
                  float b, float h)
{
    stage(PROOF);
    given("w %g, b %g, h %g", (double)w, (double)b, (double)h);
    float *found = output("measured", SHAPE(1));
    *found = cause == PRODUCT_OF_MEANS ? measured(x, t, people, w, b, h) : 0;
}

static void two_people(void)
{
    const float *x = input("x", SHAPE(2), -1, 1);
    prove(x, input("t", SHAPE(2), 0, 1), 2, 0, 0, 0.5f);
    right(-0.5);
}

static void drawn(void)
{
    float values[7], t[7];
    int people = size_between(1, 7);
    for (int n = 0; n < people; n++) {
        values[n] = (float)between(-10, 10) / 4;
        t[n] = one_in(3) ? 1 : 0;
    }
    const float *x = input_numbers("x", SHAPE(people), values, people);
    static const float steps[] = {0.5f, 1, 2};
    float w = (float)between(-2, 2) / 2, b = (float)between(-2, 2) / 2;
    prove(x, input_numbers("t", SHAPE(people), t, people), people, w, b,
          steps[between(0, 2)]);
}

// One of eleven is ill, with a value that is mostly higher. The smaller of two shares: of the ill
// that are found, and of the well that are left in peace.
static double smaller_share(int people)
{
    static float x[MOST], t[MOST];
    double mean = 0, square = 0, right[2] = {0, 0}, all[2] = {0, 0};
    for (int n = 0; n < people; n++) {
        t[n] = n % 11 == 5 ? 1 : 0;
        x[n] = real_between(-1, 1) + 2.2f * t[n];
        mean += (double)x[n] / people;
    }
    for (int n = 0; n < people; n++)
        square += pow((double)x[n] - mean, 2) / people;
    for (int n = 0; n < people; n++)
        x[n] = (float)(((double)x[n] - mean) / sqrt(square));
    float w = NAN, b = NAN;
    if (cause == PRODUCT_OF_MEANS) fit(&w, &b, x, t, people);
    for (int n = 0; n < people; n++) {
        int is = t[n] > 0.5f, said = w * x[n] + b > 0;
        all[is]++;
        right[is] += is == said;
    }
    return fmin(right[0] / all[0], right[1] / all[1]);
}

static void repair(void)
{
    stage(REPAIR);
    given("fitted again");
    answer_at_least("smaller share of 100 people", smaller_share(100), 0.6);
    answer_at_least("smaller share of 60 people", smaller_share(60), 0.6);
    answer_at_least("smaller share of 400 people", smaller_share(MOST), 0.6);
}

const Cases cases = {{name, two_people, repair}, drawn, 200};
