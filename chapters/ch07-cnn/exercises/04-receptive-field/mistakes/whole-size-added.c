#include "receptive_field.h"

int receptive_field(const Window *layers, int depth)
{
    int seen = 1, apart = 1;
    for (int k = 0; k < depth; k++) {
        seen += (layers[k].size) * apart;
        apart *= layers[k].stride;
    }
    return seen;
}
