#include "receptive_field.h"

// `apart` is the distance, in pixels, between neighbours of the layer that
// has been reached. A window of `size` such neighbours adds size - 1
// distances; only behind it are neighbours further apart.
int receptive_field(const Window *layers, int depth)
{
    int seen = 1, apart = 1;
    for (int k = 0; k < depth; k++) {
        seen += (layers[k].size - 1) * apart;
        apart *= layers[k].stride;
    }
    return seen;
}
