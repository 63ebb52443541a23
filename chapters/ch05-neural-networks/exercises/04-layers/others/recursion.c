#include "layers.h"

// The first layer; what is left is a network with a layer less.
void layers_forward(float *z, const float *x, const float *w, const float *b,
                    const int *size, int layers)
{
    double sum[WIDEST];
    float h[WIDEST];
    for (int j = 0; j < size[1]; j++) sum[j] = (double)b[j];
    for (int d = 0; d < size[0]; d++)
        for (int j = 0; j < size[1]; j++)
            sum[j] += (double)x[d] * (double)*w++;
    for (int j = 0; j < size[1]; j++)
        if (layers == 1)
            z[j] = (float)sum[j];
        else
            h[j] = sum[j] > 0 ? (float)sum[j] : 0;
    if (layers > 1)
        layers_forward(z, h, w, b + size[1], size + 1, layers - 1);
}
