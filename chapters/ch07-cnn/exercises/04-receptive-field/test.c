// Every answer can be drawn on squared paper.
#include "receptive_field.h"

#include "cases.h"

static void network(const Window *layers, int depth)
{
    for (int k = 0; k < depth; k++) {
        parameter("size", layers[k].size);
        parameter("stride", layers[k].stride);
    }
    parameter("depth", depth);
    answer("pixels",
           receptive_field(input_bytes(layers, (int)(depth * sizeof *layers)),
                           depth));
}

static void example(void)
{
    network((Window[]){{3, 2}, {2, 1}}, 2), right(5);
}
static void three_layers(void)
{
    network((Window[]){{3, 1}, {3, 1}, {3, 1}}, 3), right(7);
}
static void no_layer(void) { network((Window[]){{4, 2}}, 0), right(1); }

static void drawn(void)
{
    Window layers[8];
    int depth = size_between(0, 7);
    for (int k = 0; k < depth; k++)
        layers[k] = (Window){one_in(8) ? between(1, 40) : between(1, 7),
                             one_in(8) ? between(1, 12) : between(1, 4)};
    network(layers, depth);
}

const Cases cases = {{example, three_layers, no_layer}, drawn, 300};
