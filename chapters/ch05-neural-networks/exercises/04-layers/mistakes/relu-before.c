#include "layers.h"

#include <math.h>
#include <string.h>

void layers_forward(float *z, const float *x, const float *w, const float *b,
                    const int *size, int layers)
{
    float from[WIDEST], to[WIDEST];
    memcpy(from, x, (size_t)size[0] * sizeof *x);
    for (int l = 0; l < layers; l++) {
        int before = size[l], after = size[l + 1];
        for (int j = 0; j < after; j++) {
            to[j] = b[j];
            for (int d = 0; d < before; d++)
                to[j] += fmaxf(from[d], 0) * w[d * after + j];
        }
        memcpy(from, to, (size_t)after * sizeof *to);
        w += before * after;
        b += after;
    }
    memcpy(z, from, (size_t)size[layers] * sizeof *z);
}
