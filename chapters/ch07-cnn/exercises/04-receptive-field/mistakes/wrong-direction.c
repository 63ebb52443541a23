#include "receptive_field.h"

int receptive_field(const Window *layers, int depth)
{
    int seen = 1;
    for (int k = 0; k < depth; k++) {
        seen = (seen - 1) * layers[k].stride + layers[k].size;
    }
    return seen;
}
