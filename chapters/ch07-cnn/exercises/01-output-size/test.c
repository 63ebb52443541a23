// Every answer can be counted on paper: lay the filter down, move it, count.
// Extents reach beyond the whole numbers that a float can hold.
#include "output_size.h"

#include "cases.h"

static void row(int extent, int size, int stride, int padding)
{
    parameter("extent", extent);
    parameter("size", size);
    parameter("stride", stride);
    parameter("padding", padding);
    answer("places", output_size(extent, size, stride, padding));
}

static void example(void) { row(7, 3, 2, 1), right(4); }
static void does_not_fit(void) { row(8, 3, 2, 0), right(3); }
static void one_place(void) { row(5, 5, 1, 0), right(1); }

static void drawn(void)
{
    int padding = one_in(10) ? between(0, 1000) : between(0, 6);
    int extent = one_in(10) ? between(1, 40000000) : size_between(1, 40);
    int padded = extent + 2 * padding;
    int size = one_in(6) ? padded : between(1, padded < 12 ? padded : 12);
    int stride = one_in(10) ? between(1, 1000000) : between(1, 9);
    row(extent, size, stride, padding);
}

const Cases cases = {{example, does_not_fit, one_place}, drawn, 300};
