#include "block_sum.h"

__global__ void block_sum(float *sum, const float *x, int count)
{
    __shared__ double part[MOST_THREADS];
    part[threadIdx.x] = 0;
    for (int i = (int)threadIdx.x; i < count; i += (int)blockDim.x) part[threadIdx.x] += x[i];
    __syncthreads();
    if (threadIdx.x > 0) return;
    double all = 0;
    for (unsigned t = 0; t < blockDim.x; t++) all += part[t];
    sum[0] = (float)all;
}
