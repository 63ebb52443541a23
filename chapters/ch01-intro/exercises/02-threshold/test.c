// Few different values, so that many are equal and several places are equally good; in wholes
// or in fourths, which are exact, too.
#include "threshold.h"

#include "cases.h"

static void call(const float *x, const float *t, int count)
{
    float *at = output("threshold", SHAPE(1));
    *at = threshold(x, t, count);
}

static void example(void)
{
    const float *x = input("x", SHAPE(5), 5, 2, 9, 4, 7);
    call(x, input("t", SHAPE(5), 0, 0, 1, 1, 1), 5);
    right(3);
}

// All are 1: the threshold lies below them.
static void all_ripe(void)
{
    const float *x = input("x", SHAPE(3), 6, 4, 5);
    call(x, input("t", SHAPE(3), 1, 1, 1), 3);
    right(3);
}

static void drawn(void)
{
    float x[9], t[9];
    int count = size_between(1, 9), most = between(1, 12),
        ripe = between(1, 4);
    float unit = one_in(2) ? 1 : 0.25f;
    for (int n = 0; n < count; n++) {
        x[n] = unit * (float)between(-most, most);
        t[n] = (float)one_in(ripe);
    }
    const float *values = input_numbers("x", SHAPE(count), x, count);
    call(values, input_numbers("t", SHAPE(count), t, count), count);
}

const Cases cases = {{example, all_ripe}, drawn, 400};
