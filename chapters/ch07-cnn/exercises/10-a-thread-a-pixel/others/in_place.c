#include "convolve.h"

static __device__ void add_row(float *y, const float *x, const float *w, int size)
{
    for (int v = 0; v < size; v++) *y += w[v] * x[v];
}

// Adds where the sum belongs: nobody else has this place.
__global__ void convolve(float *y, const float *x, const float *w, int height,
                         int width, int size)
{
    int at[2] = {(int)(blockDim.y * blockIdx.y + threadIdx.y),
                 (int)(blockDim.x * blockIdx.x + threadIdx.x)};
    if (at[0] > height - size) return;
    if (at[1] > width - size) return;
    float *mine = &y[at[0] * (width - size + 1) + at[1]];
    *mine = 0;
    for (int u = 0; u < size; u++)
        add_row(mine, x + (at[0] + u) * width + at[1], w + u * size, size);
}
