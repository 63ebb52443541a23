// race.cu: a sum that comes out right or wrong, as it happens.
#include <cuda_runtime.h>

#include "steps.h"

static __global__ void no_barriers(float *sum, const float *x)
{
    __shared__ float part[EIGHT];
    int me = threadIdx.x;
    part[me] = x[me];
    __syncthreads();
    for (int half = EIGHT / 2; half > 0; half /= 2)
        if (me < half) part[me] += part[me + half];   // no barrier
    if (me == 0) *sum = part[0];
}

void sum_without_barriers(float *sum, const float *x)
{
    no_barriers<<<1, EIGHT>>>(sum, x);
}
