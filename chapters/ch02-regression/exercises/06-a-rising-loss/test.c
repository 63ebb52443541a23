// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "rising_loss.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, MOST = 4000 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *x, const float *t, int houses, float w,
                  float b, float h)
{
    stage(PROOF);
    given("w %g, b %g, h %g", (double)w, (double)b, (double)h);
    float *found = output("measured", SHAPE(1));
    *found = cause == SUM_NOT_MEAN ? measured(x, t, houses, w, b, h) : 0;
}

static void two_houses(void)
{
    const float *x = input("x", SHAPE(2), -1, 1);
    prove(x, input("t", SHAPE(2), 1, 5), 2, 0, 0, 0.5f);
    right(-4);
}

static void drawn(void)
{
    int houses = size_between(1, 7);
    const float *x = input_drawn("x", SHAPE(houses), SUMMED);
    const float *t = input_drawn("t", SHAPE(houses), SUMMED);
    static const float steps[] = {0.25f, 0.5f, 1};
    prove(x, t, houses, (float)between(-4, 4), (float)between(-4, 4),
          steps[between(0, 2)]);
}

// Scaled sizes and prices about 400, with noise. Gives the share that the line explains.
static double explained(int houses)
{
    static float x[MOST], t[MOST];
    double mean = 0, square = 0, middle = 0, left = 0, all = 0;
    for (int n = 0; n < houses; n++) {
        x[n] = real_between(-1, 1);
        mean += (double)x[n] / houses;
    }
    for (int n = 0; n < houses; n++)
        square += pow((double)x[n] - mean, 2) / houses;
    for (int n = 0; n < houses; n++) {
        x[n] = (float)(((double)x[n] - mean) / sqrt(square));
        t[n] = 400 + 120 * x[n] + 20 * real_between(-1, 1);
        middle += (double)t[n] / houses;
    }
    float w = NAN, b = NAN;
    if (cause == SUM_NOT_MEAN) fit(&w, &b, x, t, houses);
    for (int n = 0; n < houses; n++) {
        left += pow((double)(w * x[n] + b - t[n]), 2);
        all += pow((double)t[n] - middle, 2);
    }
    double share = 1 - left / all;
    return isfinite(share) && share > -1 ? share : -1;
}

static void repair(void)
{
    stage(REPAIR);
    given("fitted again");
    answer_at_least("share explained of 8 houses", explained(8), 0.9);
    answer_at_least("share explained of 12 houses", explained(12), 0.9);
    answer_at_least("share explained of 4000 houses", explained(MOST), 0.9);
}

const Cases cases = {{name, two_houses, repair}, drawn, 200};
