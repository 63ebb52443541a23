// Numbers of all kinds: negative and equal ones, and such that lie far below -1000.
#include "max_pooling.h"

#include "cases.h"

typedef struct Form {
    int height, width, channels, size, stride, padding;
} Form;

static Form form(Form f)
{
    parameter("height", f.height);
    parameter("width", f.width);
    parameter("channels", f.channels);
    parameter("size", f.size);
    parameter("stride", f.stride);
    parameter("padding", f.padding);
    return f;
}

static void call(Form f, const float *x)
{
    int high = (f.height + 2 * f.padding - f.size) / f.stride + 1;
    int wide = (f.width + 2 * f.padding - f.size) / f.stride + 1;
    float *y = output("y", SHAPE(high, wide, f.channels));
    max_pooling(y, x, f.height, f.width, f.channels, f.size, f.stride,
                f.padding);
}

static void example(void)
{
    Form f = form((Form){2, 4, 1, 2, 2, 0});
    call(f, input("x", SHAPE(2, 4, 1), -5, -3, -1, 7, -4, -8, -2, -6));
    right(-3, 7);
}

// Windows of 3 that move by 2, two channels; what lies outside never wins.
static void padded(void)
{
    Form f = form((Form){2, 3, 2, 3, 2, 1});
    call(f, input("x", SHAPE(2, 3, 2), -9, 1, -8, 2, -7, 3, -4, 6, -5, 5, -6,
                  4));
    right(-4, 6, -5, 5);
}

static void drawn(void)
{
    Form f = {size_between(1, 7), size_between(1, 7),
              size_between(1, 3), 0,
              between(1, 5),      0};
    int extent = f.height < f.width ? f.height : f.width;
    f.size = between(1, extent + 1 < 5 ? extent + 1 : 5);
    f.padding = between(0, f.size - 1);
    while (f.size > extent + 2 * f.padding) f.padding++;
    form(f);
    call(f, input_drawn("x", SHAPE(f.height, f.width, f.channels), COMPARED));
}

const Cases cases = {{example, padded}, drawn, 300};
