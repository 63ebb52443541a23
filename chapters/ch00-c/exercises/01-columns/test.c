// Tables of all shapes, those of one row, of one column and of no row among them.
#include "columns.h"

#include "cases.h"

static void call(const float *x, int rows, int columns)
{
    parameter("rows", rows);
    parameter("columns", columns);
    float *sums = output("sums", SHAPE(columns));
    column_sums(sums, x, rows, columns);
}

static void example(void)
{
    call(input("x", SHAPE(2, 3), 1, 2, 3, 10, 20, 30), 2, 3);
    right(11, 22, 33);
}

static void tall(void)
{
    call(input("x", SHAPE(3, 2), 1, 2, 3, 10, 20, 30), 3, 2);
    right(24, 42);
}

static void drawn(void)
{
    int rows = size_between(0, 6), columns = size_between(1, 6);
    call(input_drawn("x", SHAPE(rows, columns), SUMMED), rows, columns);
}

const Cases cases = {{example, tall}, drawn, 300};
