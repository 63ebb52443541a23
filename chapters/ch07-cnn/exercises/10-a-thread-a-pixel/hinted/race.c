#include "convolve.h"

// A thread has a pixel of x, and adds it wherever the filter sees it.
__global__ void convolve(float *y, const float *x, const float *w, int height,
                         int width, int size)
{
    int i = (int)(blockIdx.y * blockDim.y + threadIdx.y);
    int j = (int)(blockIdx.x * blockDim.x + threadIdx.x);
    int rows = height - size + 1, columns = width - size + 1;
    if (i < rows && j < columns) y[i * columns + j] = 0;
    for (int r = i; r < height; r += rows)
        for (int c = j; c < width; c += columns)
            for (int u = 0; u < size; u++)
                for (int v = 0; v < size; v++)
                    if (r >= u && c >= v && r - u < rows && c - v < columns)
                        y[(r - u) * columns + c - v] += w[u * size + v] * x[r * width + c];
}
