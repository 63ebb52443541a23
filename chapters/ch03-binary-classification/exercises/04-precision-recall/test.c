// Few samples, so that all of 0/0, nobody called yes and nobody being one come up; and logits
// between 0 and a half.
#include "precision_recall.h"

#include "cases.h"

static void call(const float *z, const float *t, int count)
{
    precision_recall(output("accuracy, precision, recall", SHAPE(3)), z, t,
                     count);
}

static void example(void)
{
    call(input("z", SHAPE(5), 2, -1, 3, -4, 0.5f),
         input("t", SHAPE(5), 1, 1, 0, 0, 1), 5);
    right(0.6, 2.0 / 3, 2.0 / 3);
}

static void nobody_called(void)
{
    call(input("z", SHAPE(3), -2, -1, -3), input("t", SHAPE(3), 0, 1, 0), 3);
    right(2.0 / 3, 0, 0);
}

static void drawn(void)
{
    float z[9], t[9];
    int count = parameter("count", size_between(1, 9)), rare = between(1, 4);
    for (int n = 0; n < count; n++) {
        z[n] = (float)between(-6, 6) / 4;
        t[n] = one_in(rare) ? 1 : 0;
    }
    call(input_numbers("z", SHAPE(count), z, count),
         input_numbers("t", SHAPE(count), t, count), count);
}

const Cases cases = {{example, nobody_called}, drawn, 300};
