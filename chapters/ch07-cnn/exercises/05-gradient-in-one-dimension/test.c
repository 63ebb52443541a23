// Both hand-computed cases were also checked by moving each number a little and looking at the
// loss.
#include "gradient_1d.h"

#include "cases.h"

static void example(void)
{
    parameter("length", 4);
    parameter("size", 2);
    const float *x = input("x", SHAPE(4), 3, 5, 2, 4),
                *w = input("w", SHAPE(2), 1, -1);
    const float *dy = input("dy", SHAPE(3), 1, 0, 2);
    float *dw = output_holding("dw", SHAPE(2), 0, 0);
    right(7, 13);
    float *dx = output("dx", SHAPE(4));
    right(1, -1, 2, -2);
    gradient_1d(dx, dw, dy, x, w, 4, 2);
}

static void added_to(void)
{
    parameter("length", 3);
    parameter("size", 3);
    const float *x = input("x", SHAPE(3), 2.5, -1, 3),
                *w = input("w", SHAPE(3), 1, 3.5, -2);
    const float *dy = input("dy", SHAPE(1), 2);
    float *dw = output_holding("dw", SHAPE(3), 10, 20, 30);
    right(15, 18, 36);
    float *dx = output("dx", SHAPE(3));
    right(2, 7, -4);
    gradient_1d(dx, dw, dy, x, w, 3, 3);
}

static void drawn(void)
{
    int length = parameter("length", size_between(1, 12));
    int size = parameter("size", between(1, length < 6 ? length : 6));
    const float *x = input_drawn("x", SHAPE(length), SUMMED),
                *w = input_drawn("w", SHAPE(size), SUMMED);
    const float *dy = input_drawn("dy", SHAPE(length - size + 1), SUMMED);
    float *dw = output_drawn("dw", SHAPE(size)),
          *dx = output("dx", SHAPE(length));
    gradient_1d(dx, dw, dy, x, w, length, size);
}

const Cases cases = {{example, added_to}, drawn, 300};
