#include "convolve.h"

// By pointers, in doubles, columns first.
__global__ void convolve(float *y, const float *x, const float *w, int height,
                         int width, int size)
{
    unsigned row = blockIdx.y * blockDim.y + threadIdx.y;
    unsigned column = blockIdx.x * blockDim.x + threadIdx.x;
    if (row + (unsigned)size <= (unsigned)height && column + (unsigned)size <= (unsigned)width) {
        const float *corner = x + row * (unsigned)width + column;
        double sum = 0;
        for (int v = 0; v < size; v++)
            for (int u = 0; u < size; u++) sum += (double)w[u * size + v] * corner[u * width + v];
        y[row * (unsigned)(width - size + 1) + column] = (float)sum;
    }
}
