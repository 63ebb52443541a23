// Every answer can be counted on paper: lay the filter down, move it, count.
#include "output_size.h"

static void row(int extent, int size, int stride, int padding)
{
    given("output_size(%d, %d, %d, %d)", extent, size, stride, padding);
    got_number("places", output_size(extent, size, stride, padding));
}

void exercise(void)
{
    row(7, 3, 2, 1);
    right(4);
    wrong("no-first-place", 3);
    wrong("no-padding", 3);
    wrong("one-side", 3);
    wrong("size-ignored-and-first-place", 5);
    wrong("stride-ignored", 7);
    wrong("stride-over-all", 3);

    row(8, 3, 2, 0);
    right(3);
    wrong("no-first-place", 2);
    wrong("rounded-up", 4);
    wrong("size-ignored", 4);
    wrong("size-ignored-and-first-place", 5);
    wrong("stride-ignored", 6);

    row(28, 5, 1, 2);
    right(28);
    wrong("no-first-place", 27);
    wrong("no-padding", 24);
    wrong("one-side", 26);
    wrong("size-ignored", 32);
    wrong("size-ignored-and-first-place", 33);

    row(13, 4, 3, 2);
    right(5);
    wrong("no-first-place", 4);
    wrong("no-padding", 4);
    wrong("one-side", 4);
    wrong("rounded-up", 6);
    wrong("size-ignored-and-first-place", 6);
    wrong("stride-ignored", 14);
    wrong("stride-over-all", 4);

    row(5, 5, 1, 0);
    right(1);
    wrong("no-first-place", 0);
    wrong("size-ignored", 5);
    wrong("size-ignored-and-first-place", 6);

    row(4, 6, 5, 3);
    right(1);
    wrong("no-first-place", 0);
    wrong("rounded-up", 2);
    wrong("size-ignored", 2);
    wrong("size-ignored-and-first-place", 3);
    wrong("stride-ignored", 5);

    row(227, 11, 4, 0);
    right(55);
    wrong("no-first-place", 54);
    wrong("size-ignored", 56);
    wrong("size-ignored-and-first-place", 57);
    wrong("stride-ignored", 217);
    wrong("stride-over-all", 54);
}
