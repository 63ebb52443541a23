#include "gradient_1d.h"

#include <stdlib.h>

// A convolution of dy, with zeros at both ends, with the filter turned round.
void gradient_1d(float *dx, float *dw, const float *dy, const float *x,
                 const float *w, int length, int size)
{
    int places = length - size + 1, edge = size - 1;
    float *padded = calloc((size_t)(places + 2 * edge), sizeof *padded);
    for (int i = 0; i < places; i++) padded[edge + i] = dy[i];
    for (int r = 0; r < length; r++) {
        dx[r] = 0;
        for (int v = 0; v < size; v++)
            dx[r] += padded[r + v] * w[size - 1 - v];
    }
    free(padded);
    for (int u = 0; u < size; u++)
        for (int i = 0; i < places; i++) dw[u] = dw[u] + x[i + u] * dy[i];
}
