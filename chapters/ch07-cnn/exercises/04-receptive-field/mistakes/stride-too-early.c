#include "receptive_field.h"

int receptive_field(const Window *layers, int depth)
{
    int seen = 1, apart = 1;
    for (int k = 0; k < depth; k++) {
        apart *= layers[k].stride;
        seen += (layers[k].size - 1) * apart;
    }
    return seen;
}
