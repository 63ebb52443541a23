// Name, proof and repair, a stage each: whoever has named the wrong cause is not told about the
// repair.
#include "rare_kind.h"

#include <math.h>

#include "cases.h"

enum { PROOF = 1, REPAIR = 2, MOST = 60, PIXELS = 9 };

static void name(void)
{
    if (cause == UNDECIDED) exercise_todo();
    answer("number of the cause in the list", cause);
    secret();
}

static void prove(const float *x, const float *label, int count, int pixels,
                  int kind)
{
    stage(PROOF);
    given("kind %d", kind);
    float *found = output("measured", SHAPE(1));
    *found =
        cause == DIVIDED_BY_ALL ? measured(x, label, count, pixels, kind) : 0;
}

static void three_pictures(void)
{
    const float *x = input("x", SHAPE(3, 2), 10, 30, 20, 60, 90, 90);
    prove(x, input("label", SHAPE(3), 0, 0, 1), 3, 2, 0);
    right(30);
}

static void drawn(void)
{
    float label[9];
    int count = size_between(2, 9), pixels = between(1, 4);
    for (int n = 0; n < count; n++) label[n] = (float)between(0, 2);
    int kind = (int)label[between(0, count - 1)];
    const float *x = input_drawn("x", SHAPE(count, pixels), SUMMED);
    prove(x, input_numbers("label", SHAPE(count), label, count), count,
          pixels, kind);
}

static float level_of(int kind)
{
    return (kind == 0 ? 140.0f : 100.0f) + real_between(-15, 15);
}

// The share of 100 new pictures of each kind that lie nearer to the mean of their own.
static double told(int bright, int dark)
{
    static float x[MOST * PIXELS], label[MOST];
    float mean[2 * PIXELS];
    int count = bright + dark, right = 0;
    for (int n = 0; n < count; n++) {
        label[n] = n < bright ? 0 : 1;
        for (int i = 0; i < PIXELS; i++)
            x[n * PIXELS + i] = level_of(n < bright ? 0 : 1);
    }
    for (int i = 0; i < 2 * PIXELS; i++) mean[i] = NAN;
    if (cause == DIVIDED_BY_ALL) learn(mean, x, label, count, PIXELS, 2);
    for (int n = 0; n < 200; n++) {
        double far[2] = {0, 0};
        for (int i = 0; i < PIXELS; i++) {
            float level = level_of(n % 2);
            for (int k = 0; k < 2; k++)
                far[k] += pow((double)(level - mean[k * PIXELS + i]), 2);
        }
        right += far[n % 2] < far[1 - n % 2];
    }
    return right / 200.0;
}

// The mean pictures themselves: a repair that loses a picture tells both kinds apart all the same.
static void repaired(void)
{
    stage(REPAIR);
    const float *x = input("x", SHAPE(3, 2), 10, 30, 20, 60, 90, 90);
    const float *label = input("label", SHAPE(3), 0, 0, 1);
    learn(output("mean", SHAPE(2, 2)), x, label, 3, 2, 2);
    right(15, 45, 90, 90);
}

static void repair(void)
{
    stage(REPAIR);
    given("learned again");
    answer_at_least("share told of 30 and 30", told(30, 30), 0.95);
    answer_at_least("share told of 54 and 6", told(54, 6), 0.95);
    answer_at_least("share told of 6 and 54", told(6, 54), 0.95);
}

const Cases cases = {{name, three_pictures, repaired, repair}, drawn, 200};
