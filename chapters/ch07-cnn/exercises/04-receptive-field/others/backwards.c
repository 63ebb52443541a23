#include "receptive_field.h"

// From the last layer back: how many numbers of the layer below are needed?
int receptive_field(const Window *layers, int depth)
{
    int needed = 1;
    while (depth-- > 0)
        needed = (needed - 1) * layers[depth].stride + layers[depth].size;
    return needed;
}
