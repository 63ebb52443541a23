// Quarters, whose means and squares a float holds exactly; half of the columns never change.
#include "standardise.h"

#include "cases.h"

static void call(float *train, float *test, int train_rows, int test_rows,
                 int columns)
{
    standardise(train, test, train_rows, test_rows, columns);
}

static void example(void)
{
    float *train = output_holding("train", SHAPE(3, 1), 1, 3, 8);
    float *test = output_holding("test", SHAPE(2, 1), 12, 4);
    call(train, test, 3, 2, 1);
    right(2.717465, 0);
}

// A column that never changes, but in the test row.
static void constant(void)
{
    float *train = output_holding("train", SHAPE(2, 2), 5, 1, 5, 3);
    float *test = output_holding("test", SHAPE(1, 2), 9, 6);
    call(train, test, 2, 1, 2);
    right(0, 4);
}

static void drawn(void)
{
    int train_rows = size_between(1, 11), test_rows = between(1, 4);
    int columns = between(1, 4);
    float numbers[11 * 4];
    for (int d = 0; d < columns; d++) {
        int never = one_in(2), value = between(-20, 20);
        for (int n = 0; n < train_rows; n++)
            numbers[n * columns + d] =
                (float)(never ? value : between(-20, 20)) / 4;
    }
    float *train = output_numbers("train", SHAPE(train_rows, columns),
                                  numbers, train_rows * columns);
    float *test = output_drawn("test", SHAPE(test_rows, columns));
    call(train, test, train_rows, test_rows, columns);
}

const Cases cases = {{example, constant}, drawn, 300};
