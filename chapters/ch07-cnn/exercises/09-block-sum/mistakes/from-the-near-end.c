#include "block_sum.h"

__global__ void block_sum(float *sum, const float *x, int count)
{
    __shared__ float part[MOST_THREADS];
    int t = (int)threadIdx.x, threads = (int)blockDim.x;
    float mine = 0;
    for (int i = t; i < count; i += threads) mine += x[i];
    part[t] = mine;
    for (int half = 1; half < threads; half *= 2) {
        __syncthreads();
        if (t < half) part[t] += part[t + half];
    }
    if (t == 0) sum[0] = part[0];
}
