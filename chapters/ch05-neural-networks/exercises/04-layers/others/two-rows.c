#include "layers.h"

#include <string.h>

// Two rows of numbers that take turns; ReLU where a layer reads.
void layers_forward(float *z, const float *x, const float *w, const float *b,
                    const int *size, int layers)
{
    float row[2][WIDEST];
    const float *from = x;
    int weights = 0, biases = 0;
    for (int l = 1; l <= layers; l++) {
        float *to = l == layers ? z : row[l % 2];
        for (int j = size[l] - 1; j >= 0; j--) {
            float sum = 0;
            for (int d = size[l - 1] - 1; d >= 0; d--)
                if (l == 1 || from[d] > 0)
                    sum += w[weights + d * size[l] + j] * from[d];
            to[j] = sum + b[biases + j];
        }
        weights += size[l - 1] * size[l];
        biases += size[l];
        from = to;
    }
}
