// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "calves.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, CALVES = 30, STAY = 12, MOST = 96 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *y, const float *x, const float *length, int calves, int longest)
{
    stage(PROOF);
    float *found = output("measured", SHAPE(1));
    *found = cause == ZEROS_COUNTED ? measured(y, x, length, calves, longest) : 0;
}

static void two_calves(void)
{
    const float *x = input("x", SHAPE(2, 4), 2, 1, 0, 0, 1, 3, 2, 0);
    const float *length = input("length", SHAPE(2), 2, 3);
    prove(input("y", SHAPE(2, 4), 2, 0, 0, 0, 2, 2, 1, 0), x, length, 2, 4);
    right(0.666667);
}

// Behind the stays the forecasts are anything.
static void drawn(void)
{
    float x[5 * 7] = {0}, y[5 * 7], length[5];
    stage(PROOF);
    int calves = parameter("calves", size_between(1, 5)), longest = between(2, 7);
    for (int n = 0; n < calves; n++) {
        length[n] = (float)(one_in(4) ? longest : between(2, longest));
        for (int t = 0; t < longest; t++) {
            x[n * longest + t] = t < (int)length[n] ? (float)between(0, 16) / 4 : 0;
            y[n * longest + t] = (float)between(-4, 16) / 4;
        }
    }
    const float *litres = input_numbers("x", SHAPE(calves, longest), x, calves * longest);
    const float *stays = input_numbers("length", SHAPE(calves), length, calves);
    prove(input_numbers("y", SHAPE(calves, longest), y, calves * longest), litres, stays, calves,
          longest);
}

// A calf drinks 2 litres or so; half of what it had too much it leaves the next day.
static void draw_stays(float *x, float *length, int longest)
{
    for (int i = 0; i < CALVES * longest; i++) x[i] = 0;
    for (int n = 0; n < CALVES; n++) {
        length[n] = (float)between(2, STAY);
        float more = real_between(-0.8, 0.8);
        for (int t = 0; t < (int)length[n]; t++) {
            x[n * longest + t] = 2 + more;
            more = -0.5f * more + real_between(-0.6, 0.67);
        }
    }
}

// How much better than "as today": the share of its squared error that the forecasts spare.
static double spared(int longest)
{
    static float x[CALVES * MOST], length[CALVES];
    float cell[3] = {NAN, NAN, NAN};
    double off = 0, as_today = 0;
    draw_stays(x, length, longest);
    if (cause == ZEROS_COUNTED)
        fit(cell, input_bytes(x, CALVES * longest * (int)sizeof *x),
            input_bytes(length, (int)sizeof length), CALVES, longest);
    draw_stays(x, length, longest);
    for (int n = 0; n < CALVES; n++) {
        double h = 0;
        for (int t = 0; t + 1 < (int)length[n]; t++) {
            double today = (double)x[n * longest + t], next = (double)x[n * longest + t + 1];
            h = (double)cell[0] * today + (double)cell[1] * h + (double)cell[2];
            off += (h - next) * (h - next);
            as_today += (today - next) * (today - next);
        }
    }
    return 1 - off / as_today;
}

static void repair(void)
{
    stage(REPAIR);
    given("fitted again");
    answer_at_least("better than as today, 12 days", spared(12), 0.67);
    answer_at_least("better than as today, 24 days", spared(24), 0.67);
    answer_at_least("better than as today, 96 days", spared(MOST), 0.67);
}

const Cases cases = {{name, two_calves, repair}, drawn, 200};
