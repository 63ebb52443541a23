// Few levels, so that ties are common.
#include "roc_area.h"

#include "cases.h"

static void call(const float *score, const float *t, int count)
{
    float area = roc_area(score, t, count);
    *output("area", SHAPE(1)) = area;
}

static void example(void)
{
    call(input("score", SHAPE(4), 0.9f, 0.8f, 0.8f, 0.3f),
         input("t", SHAPE(4), 1, 0, 1, 0), 4);
    right(0.875);
}

static void all_equal(void)
{
    call(input("score", SHAPE(3), 2, 2, 2), input("t", SHAPE(3), 1, 0, 0), 3);
    right(0.5);
}

static void drawn(void)
{
    float score[12], t[12];
    int count = parameter("count", size_between(2, 12));
    int levels = between(1, 12), unit = one_in(2) ? 4 : 1000;
    for (int n = 0; n < count; n++) {
        score[n] = (float)between(-levels, levels) / (float)unit;
        t[n] = (float)between(0, 1);
    }
    int yes = between(0, count - 1), no = between(0, count - 2);
    t[yes] = 1;
    t[no >= yes ? no + 1 : no] = 0;
    call(input_numbers("score", SHAPE(count), score, count),
         input_numbers("t", SHAPE(count), t, count), count);
}

const Cases cases = {{example, all_equal}, drawn, 300};
