// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "eight.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, MOST = 150, UNITS = 8, CLASSES = 3 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *hidden, int inputs, int units)
{
    stage(PROOF);
    float *found = output("measured", SHAPE(1));
    *found = cause == UNITS_ALIKE ? measured(hidden, inputs, units) : 0;
}

static void three_units(void)
{
    stage(PROOF);
    prove(input("hidden", SHAPE(2, 3), 1, 4, 1, 2, 2, 0), 2, 3);
    right(3);
}

static void drawn(void)
{
    float hidden[4 * 6];
    stage(PROOF);
    int inputs = parameter("inputs", size_between(1, 4));
    int units = parameter("units", between(1, 6)), alike = one_in(4);
    for (int d = 0; d < inputs; d++)
        for (int j = 0; j < units; j++)
            hidden[d * units + j] = alike && j > 0
                                        ? hidden[d * units]
                                        : (float)between(-20, 20) / 4;
    prove(input_numbers("hidden", SHAPE(inputs, units), hidden,
                        inputs * units),
          inputs, units);
}

// In which of three sectors of 120 degrees.
static int sector(float a, float b)
{
    double turn = (atan2((double)b, (double)a) + M_PI) / (2 * M_PI);
    int third = (int)(turn * CLASSES);
    return third < CLASSES ? third : CLASSES - 1;
}

static double share_right(int samples)
{
    static float x[2 * MOST], label[MOST], u[40];
    float hidden[2 * UNITS], output[UNITS * CLASSES];
    for (int i = 0; i < 2 * UNITS; i++) hidden[i] = NAN;
    for (int i = 0; i < UNITS * CLASSES; i++) output[i] = NAN;
    for (int n = 0; n < samples; n++) {
        x[2 * n] = real_between(-1.5, 1.5);
        x[2 * n + 1] = real_between(-1.5, 1.5);
        label[n] = (float)sector(x[2 * n], x[2 * n + 1]);
    }
    for (int i = 0; i < 40; i++) {
        float sum = -6;
        for (int k = 0; k < 12; k++) sum += real_between(0, 1);
        u[i] = sum;
    }
    if (cause == UNITS_ALIKE) fit(hidden, output, x, label, u, samples);
    int right = 0;
    for (int n = 0; n < samples; n++) {
        float z[CLASSES] = {0};
        for (int j = 0; j < UNITS; j++) {
            float a = hidden[j] * x[2 * n] + hidden[UNITS + j] * x[2 * n + 1];
            for (int k = 0; k < CLASSES; k++)
                z[k] += output[j * CLASSES + k] * (a > 0 ? a : 0);
        }
        int best = 0;
        for (int k = 1; k < CLASSES; k++)
            if (z[k] > z[best]) best = k;
        right += best == (int)label[n] && z[best] == z[best];
    }
    return (double)right / samples;
}

static void repair(void)
{
    stage(REPAIR);
    given("fitted again");
    answer_at_least("share right of 90 points", share_right(90), 0.85);
    answer_at_least("share right of 120 points", share_right(120), 0.85);
    answer_at_least("share right of 150 points", share_right(MOST), 0.85);
}

const Cases cases = {{name, three_units, repair}, drawn, 200};
