// Shapes 3 x 4 and 2 x 5, a batch of 3: nothing here is symmetric, equal, zero or all whole.
#include "rows.h"

#include <stddef.h>

void exercise(void)
{
    batch_size(3);
    given("3 rows of 4");
    const float *a = input(1, 2.25, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13);
    float *y = output(12);
    rows(y, a, 3, 4);
    got("y", y, 3, 4);
    right(10, 21.5, 28, 37, 51, 60, 69, 78, 92, 101, 110, 129);

    given("2 rows of 5");
    a = input(-3, 1, 4, -1, 5, 9, 2, 6, 5, 3);
    y = output(10);
    rows(y, a, 2, 5);
    got("y", y, 2, 5);
    right(-30, 9, 38, -13, 46, 91, 20, 59, 48, 27);
}
