#include "convolve.h"

__global__ void convolve(float *y, const float *x, const float *w, int height,
                         int width, int size)
{
    int i = (int)(blockIdx.x * blockDim.x + threadIdx.x);
    int j = (int)(blockIdx.y * blockDim.y + threadIdx.y);
    int rows = height - size + 1, columns = width - size + 1;
    if (i >= rows || j >= columns) return;
    float sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            sum += w[u * size + v] * x[(i + u) * width + j + v];
    y[i * columns + j] = sum;
}
