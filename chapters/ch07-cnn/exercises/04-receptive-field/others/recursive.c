#include "receptive_field.h"

// The same rule as a function that calls itself: what is seen by `count`
// neighbours of layer `depth`.
static int seen_by(const Window *layers, int depth, int count)
{
    if (depth == 0) return count;
    const Window *top = &layers[depth - 1];
    return seen_by(layers, depth - 1, (count - 1) * top->stride + top->size);
}

int receptive_field(const Window *layers, int depth)
{
    return seen_by(layers, depth, 1);
}
