// Whole numbers, so that distances are exact and ties are ties; one centre in four lies far away.
#include "centres.h"

#include "cases.h"

static void example(void)
{
    const float *x = input("x", SHAPE(5, 1), 0, 1, 2, 10, 11);
    float *group = output("group", SHAPE(5));
    float *centre = output_holding("centre", SHAPE(2, 1), 0, 1);
    move_centres(centre, group, x, 5, 1, 2);
    right(0, 6);
}

// The second centre has no points, and stays.
static void empty(void)
{
    const float *x = input("x", SHAPE(2, 2), 0, 0, 4, 0);
    float *group = output("group", SHAPE(2));
    float *centre = output_holding("centre", SHAPE(2, 2), 1, 0, 50, 60);
    move_centres(centre, group, x, 2, 2, 2);
    right(2, 0, 50, 60);
}

static void drawn(void)
{
    float at[4 * 3];
    int count = size_between(1, 8), features = between(1, 3);
    int k = between(1, 4);
    float x[8 * 3];
    for (int i = 0; i < count * features; i++) x[i] = (float)between(-5, 5);
    for (int c = 0; c < k; c++) {
        int far = one_in(4) ? 30 : 0;
        for (int d = 0; d < features; d++)
            at[c * features + d] = (float)(between(-5, 5) + far);
    }
    const float *points =
        input_numbers("x", SHAPE(count, features), x, count * features);
    float *group = output("group", SHAPE(count));
    float *centre =
        output_numbers("centre", SHAPE(k, features), at, k * features);
    move_centres(centre, group, points, count, features, k);
}

const Cases cases = {{example, empty}, drawn, 400};
