#include "block_sum.h"

// Neighbours first, then ever wider steps.
__global__ void block_sum(float *sum, const float *x, int count)
{
    __shared__ float part[MOST_THREADS];
    unsigned t = threadIdx.x;
    part[t] = 0;
    for (int i = 0; i < count; i++)
        if (i % (int)blockDim.x == (int)t) part[t] += x[i];
    __syncthreads();
    for (unsigned step = 1; step < blockDim.x; step *= 2) {
        if (t % (2 * step) == 0) part[t] += part[t + step];
        __syncthreads();
    }
    if (t == 0) *sum = part[0];
}
