// warps.cu: lanes of a warp that do not meet, and sums that lose what another thread adds.
#include "planted.h"

// The last steps of a sum belong to one warp, whose lanes were once said to run in step.
static __global__ void warp_sum(float *sum, const float *x)
{
    __shared__ float part[THREADS];
    int t = (int)threadIdx.x;
    part[t] = x[t];
    __syncthreads();
    if (t >= 32) return;
    part[t] += part[t + 32];                          // BUG no_syncwarp.sum
    if (t < 16) part[t] += part[t + 16];              // BUG no_syncwarp.sum
    __syncwarp();
    if (t == 0) sum[0] = part[0];
}
static void no_syncwarp_sum()
{
    float *x = numbers(THREADS), *sum = numbers(1);
    warp_sum<<<1, THREADS>>>(sum, x);
    cudaFree(x);
    first_of(sum);
}

static __global__ void backwards(float *y, const float *x)
{
    __shared__ float row[2][32];
    int warp = (int)threadIdx.x / 32, lane = (int)threadIdx.x % 32;
    row[warp][lane] = x[threadIdx.x];                 // BUG no_syncwarp.backwards
    y[threadIdx.x] = row[warp][31 - lane];            // BUG no_syncwarp.backwards
}
static void no_syncwarp_backwards()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    backwards<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

// One warp waits for its own lanes; the other may not have read yet.
static __global__ void by_first(float *x)
{
    int t = (int)threadIdx.x;
    float first = x[0];                               // BUG no_barrier.first
    __syncwarp();
    float scaled = x[t + 1] / first;
    if (t == 0)
        x[0] = scaled;                                // BUG no_barrier.first
}
static void no_barrier_first()
{
    float *x = numbers(THREADS + 1);
    by_first<<<1, THREADS>>>(x);
    first_of(x);
}

// Threads without a number have ended; their lanes are asked all the same.
static __global__ void ended_lanes(float *sum, const float *x, int count)
{
    int t = (int)threadIdx.x;
    if (t >= count) return;
    float mine = x[t];
    for (int step = 16; step > 0; step /= 2)
        mine += __shfl_down_sync(~0u, mine, step);    // BUG absent_lanes.ended
    if (t == 0) sum[0] = mine;
}
static void absent_lanes_ended()
{
    float *x = numbers(32), *sum = numbers(1);
    ended_lanes<<<1, 32>>>(sum, x, 24);
    cudaFree(x);
    first_of(sum);
}

// Half of the lanes exchange with their neighbours; the mask names all.
static __global__ void half_a_warp(float *y, const float *x)
{
    int t = (int)threadIdx.x;
    float mine = x[t];
    if (t % 32 < 16)
        mine = __shfl_xor_sync(~0u, mine, 1);         // BUG absent_lanes.half
    __syncthreads();
    y[t] = mine;
}
static void absent_lanes_half()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    half_a_warp<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __global__ void lossy_sum(float *sum, const float *x)
{
    __shared__ float total;
    if (threadIdx.x == 0) total = 0;
    __syncthreads();
    total += x[threadIdx.x];                          // BUG lost_sum.shared
    __syncthreads();
    if (threadIdx.x == 0) sum[0] = total;
}
static void lost_sum_shared()
{
    float *x = numbers(THREADS), *sum = numbers(1);
    lossy_sum<<<1, THREADS>>>(sum, x);
    cudaFree(x);
    first_of(sum);
}

static __global__ void lossy_count(float *count, const float *x)
{
    int bin = (int)x[threadIdx.x] % SIDE;
    count[bin] += 1;                                  // BUG lost_sum.count
}
static void lost_sum_count()
{
    float *x = numbers(THREADS), *count = numbers(SIDE);
    lossy_count<<<1, THREADS>>>(count, x);
    cudaFree(x);
    first_of(count);
}

// Each block's sum is right; that of the blocks is not.
static __global__ void sum_of_blocks(float *sum, const float *x)
{
    __shared__ float total;
    if (threadIdx.x == 0) total = 0;
    __syncthreads();
    atomicAdd(&total, x[blockIdx.x * THREADS + threadIdx.x]);
    __syncthreads();
    if (threadIdx.x == 0) sum[0] += total;            // BUG between_blocks.sum
}
static void between_blocks_sum()
{
    float *x = numbers(3 * THREADS), *sum = numbers(1);
    sum_of_blocks<<<3, THREADS>>>(sum, x);
    cudaFree(x);
    first_of(sum);
}

// Within a block all is read before any is written; but the next block's first number is read too.
static __global__ void smooth(float *x, int count)
{
    int i = (int)(blockIdx.x * blockDim.x + threadIdx.x);
    float next = i + 1 < count ? x[i + 1] : 0;        // BUG between_blocks.smooth
    __syncthreads();
    x[i] = (next + (float)i) / 2;                     // BUG between_blocks.smooth
}
static void between_blocks_smooth()
{
    float *x = numbers(3 * THREADS);
    smooth<<<3, THREADS>>>(x, 3 * THREADS);
    first_of(x);
}

const Planted warps[] = {{"no_syncwarp.sum", no_syncwarp_sum},
                         {"no_syncwarp.backwards", no_syncwarp_backwards},
                         {"no_barrier.first", no_barrier_first},
                         {"absent_lanes.ended", absent_lanes_ended},
                         {"absent_lanes.half", absent_lanes_half},
                         {"lost_sum.shared", lost_sum_shared},
                         {"lost_sum.count", lost_sum_count},
                         {"between_blocks.sum", between_blocks_sum},
                         {"between_blocks.smooth", between_blocks_smooth},
                         {NULL, NULL}};
