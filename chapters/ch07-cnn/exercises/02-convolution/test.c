// Small numbers, quarters among them, so that any case can be checked with pencil and paper and
// no int will do.
#include "convolution.h"

#include "cases.h"

typedef struct Form {
    int height, width, channels, filters, size, stride, padding;
} Form;

static Form form(Form f)
{
    parameter("height", f.height);
    parameter("width", f.width);
    parameter("channels", f.channels);
    parameter("filters", f.filters);
    parameter("size", f.size);
    parameter("stride", f.stride);
    parameter("padding", f.padding);
    return f;
}

static void call(Form f, const float *x, const float *w, const float *b)
{
    int high = (f.height + 2 * f.padding - f.size) / f.stride + 1;
    int wide = (f.width + 2 * f.padding - f.size) / f.stride + 1;
    float *y = output("y", SHAPE(high, wide, f.filters));
    convolution(y, x, w, b, f.height, f.width, f.channels, f.filters, f.size,
                f.stride, f.padding);
}

static void example(void)
{
    Form f = form((Form){2, 3, 1, 1, 2, 1, 0});
    const float *x = input("x", SHAPE(2, 3, 1), 1, 2, 3, 4, 5, 6);
    const float *w = input("w", SHAPE(2, 2, 1, 1), 1, 0, 0, 2);
    call(f, x, w, input("b", SHAPE(1), 1));
    right(12, 15);
}

// A row of one pixel, padded: the filter's middle row alone meets it.
static void padded(void)
{
    Form f = form((Form){1, 2, 1, 2, 3, 2, 1});
    const float *x = input("x", SHAPE(1, 2, 1), 3, 5);
    const float *w = input("w", SHAPE(3, 3, 1, 2), 1, 1, 1, 1, 1, 1, 10, 0, 2,
                           4, 0.5, 0, 1, 1, 1, 1, 1, 1);
    call(f, x, w, input("b", SHAPE(2), 0, 100));
    right(8.5, 112);
}

static void drawn(void)
{
    Form f = {size_between(1, 6),
              size_between(1, 6),
              size_between(1, 3),
              size_between(1, 3),
              0,
              between(1, 4),
              between(0, 3)};
    int room = (f.height < f.width ? f.height : f.width) + 2 * f.padding;
    f.size = between(1, room < 4 ? room : 4);
    form(f);
    const float *x =
        input_drawn("x", SHAPE(f.height, f.width, f.channels), SUMMED);
    const float *w = input_drawn(
        "w", SHAPE(f.size, f.size, f.channels, f.filters), SUMMED);
    call(f, x, w, input_drawn("b", SHAPE(f.filters), SUMMED));
}

const Cases cases = {{example, padded}, drawn, 300};
