#include "receptive_field.h"

int receptive_field(const Window *layers, int depth)
{
    int seen = 1, apart = 1;
    for (int k = 0; k + 1 < depth; k++) {
        seen += (layers[k].size - 1) * apart;
        apart *= layers[k].stride;
    }
    return seen;
}
