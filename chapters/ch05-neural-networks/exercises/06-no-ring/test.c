// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "ring.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, MOST = 5, TRAINED = 150, HELD_OUT = 300 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *w, const float *x, int samples)
{
    float *found = output("measured", SHAPE(1));
    *found = cause == BIASES_STAY ? measured(w, x, samples) : 0;
}

static void last_bias(void)
{
    float w[COUNT] = {0};
    stage(PROOF);
    w[COUNT - 1] = -2;
    const float *numbers = input_numbers("w", SHAPE(COUNT), w, COUNT);
    prove(numbers, input("x", SHAPE(1, 2), 1, 0.5), 1);
    right(4);
}

static void drawn(void)
{
    float w[COUNT], x[2 * MOST];
    stage(PROOF);
    int samples = parameter("samples", size_between(1, MOST)),
        biases = !one_in(5);
    for (int i = 0; i < COUNT; i++)
        w[i] = i < WEIGHTS || biases ? real_between(-1.5, 1.5) : 0;
    for (int i = 0; i < 2 * samples; i++) x[i] = (float)between(-12, 12) / 8;
    const float *numbers = input_numbers("w", SHAPE(COUNT), w, COUNT);
    prove(numbers, input_numbers("x", SHAPE(samples, 2), x, 2 * samples),
          samples);
}

static void draw_points(float *x, float *t, int count)
{
    for (int n = 0; n < count; n++) {
        x[2 * n] = real_between(-1.5, 1.5);
        x[2 * n + 1] = real_between(-1.5, 1.5);
        t[n] = hypot((double)x[2 * n], (double)x[2 * n + 1]) < 1.1;
    }
}

static double share_right(const float *w, const float *x, const float *t,
                          int count)
{
    int right_ones = 0;
    for (int n = 0; n < count; n++) {
        double z = (double)w[COUNT - 1];
        for (int j = 0; j < UNITS; j++) {
            float sum = w[j] * x[2 * n] + w[UNITS + j] * x[2 * n + 1] +
                        w[WEIGHTS + j];
            z += (double)w[2 * UNITS + j] * tanh((double)sum);
        }
        right_ones += t[n] > 0 ? z > 0 : z <= 0;
    }
    return (double)right_ones / count;
}

static int zeros(const float *b, int count)
{
    int found = 0;
    for (int j = 0; j < count; j++) found += b[j] == 0;
    return found;
}

// After training on points that are drawn anew.
static double share_of_new_points(void)
{
    static float x[2 * TRAINED], t[TRAINED], asked[2 * HELD_OUT],
        answers[HELD_OUT];
    float u[COUNT], w[COUNT];
    draw_points(x, t, TRAINED);
    draw_points(asked, answers, HELD_OUT);
    for (int i = 0; i < COUNT; i++) {
        float sum = -6;
        for (int k = 0; k < 12; k++) sum += real_between(0, 1);
        u[i] = sum;
        w[i] = NAN;
    }
    if (cause == BIASES_STAY) fit(w, x, t, u, TRAINED);
    answer("hidden biases that are 0", zeros(w + WEIGHTS, UNITS));
    return share_right(w, asked, answers, HELD_OUT);
}

static void repair(void)
{
    stage(REPAIR);
    given("fitted again, three times");
    answer_at_least("share right of 300 points", share_of_new_points(), 0.8);
    answer_at_least("share right of 300 others", share_of_new_points(), 0.8);
    answer_at_least("share right of 300 more", share_of_new_points(), 0.8);
}

const Cases cases = {{name, last_bias, repair}, drawn, 200};
