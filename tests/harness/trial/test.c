// Two shapes that are neither symmetric nor square, then any: nothing here is all equal, zero or
// whole.
#include "rows.h"

#include "cases.h"

static void call(const float *a, int high, int wide)
{
    batch_size(3);
    float *y = output("y", SHAPE(high, wide));
    rows(y, a, high, wide);
}

static void three_rows(void)
{
    given("3 rows of 4");
    const float *a = input("a", SHAPE(3, 4), 1, 2.25, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13);
    call(a, 3, 4);
    right(10, 21.5, 28, 37, 51, 60, 69, 78, 92, 101, 110, 129);
}

static void two_rows(void)
{
    given("2 rows of 5");
    call(input("a", SHAPE(2, 5), -3, 1, 4, -1, 5, 9, 2, 6, 5, 3), 2, 5);
    right(-30, 9, 38, -13, 46, 91, 20, 59, 48, 27);
}

static void drawn(void)
{
    int high = parameter("rows", size_between(1, 5)),
        wide = parameter("columns", size_between(1, 6));
    call(input_drawn("a", SHAPE(high, wide), SUMMED), high, wide);
}

const Cases cases = {{three_rows, two_rows}, drawn, 100};
