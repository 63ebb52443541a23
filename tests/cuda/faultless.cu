// faultless.cu: kernels that do with care what the others do without. Nothing is to be reported.
#include "planted.h"

static void expect(const char *what, float got, float want)
{
    if (got == want) return;
    fprintf(stderr, "%s: %g, expected %g\n", what, (double)got, (double)want);
    exit(1);
}

// A warp adds by shuffles, then the first warp adds the warps' sums.
static __device__ float warp_sum(float mine)
{
    for (int step = 16; step > 0; step /= 2) mine += __shfl_down_sync(~0u, mine, step);
    return mine;
}
static __global__ void block_sum(float *sum, const float *x, int count)
{
    __shared__ float part[32];
    int t = (int)threadIdx.x;
    float mine = warp_sum(t < count ? x[t] : 0);
    if (t % 32 == 0) part[t / 32] = mine;
    __syncthreads();
    if (t >= 32) return;
    mine = warp_sum(t < (int)blockDim.x / 32 ? part[t] : 0);
    if (t == 0) atomicAdd(sum, mine);
}
static void sum_by_shuffles()
{
    float *x = numbers(250), *sum = numbers(1);
    block_sum<<<3, 256>>>(sum, x, 250);
    cudaFree(x);
    expect("three sums and 1", first_of(sum), 3 * 250 * 251 / 2 + 1);
}

// Each lane has the sum of the lanes before it; what lies in shared memory is the warp's own.
static __global__ void running_sums(float *y, const float *x)
{
    __shared__ float row[THREADS];
    int t = (int)threadIdx.x, lane = t % warpSize;
    float sum = x[t];
    for (int step = 1; step < warpSize; step *= 2) {
        float before = __shfl_up_sync(~0u, sum, step);
        if (lane >= step) sum += before;
    }
    row[t] = sum;
    __syncwarp();
    y[t] = row[t / warpSize * warpSize + warpSize - 1] - sum;   // of the lanes behind it
    __syncwarp();
    row[t] = 0;
}
static void sums_in_a_warp()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    running_sums<<<1, THREADS>>>(y, x);
    cudaFree(x);
    expect("2 + … + 32", first_of(y), 32 * 33 / 2 - 1);
}

// Groups of eight lanes: each hears its group's first, its neighbour, and how many are odd.
static __global__ void groups(float *y)
{
    int t = (int)threadIdx.x;
    float first = __shfl_sync(~0u, (float)t, 0, 8);
    float neighbour = __shfl_xor_sync(~0u, (float)t, 1);
    unsigned odd = __ballot_sync(~0u, t % 2);
    atomicAdd(y, first + neighbour - (float)t + (float)(odd == 0xAAAAAAAA));
}
static void meetings_of_groups()
{
    float *y = numbers(1);
    groups<<<1, 32>>>(y);
    expect("8 (0 + 8 + 16 + 24) + 32 + 1", first_of(y), 8 * 48 + 32 + 1);
}

template <class T> static __global__ void histogram(T *count, const float *x)
{
    __shared__ T bin[SIDE];
    int t = (int)threadIdx.x;
    if (t < SIDE) bin[t] = 0;
    __syncthreads();
    atomicAdd(&bin[(int)x[t] % SIDE], (T)1);
    __syncthreads();
    if (t < SIDE) atomicAdd(&count[t], bin[t]);
}
template <class T> static void count_by_atomics()
{
    T *count;
    float *x = numbers(THREADS);
    cudaMalloc(&count, SIDE * sizeof *count);
    cudaMemset(count, 0, SIDE * sizeof *count);
    histogram<T><<<2, THREADS>>>(count, x);
    T host[SIDE];
    cudaMemcpy(host, count, sizeof host, cudaMemcpyDeviceToHost);
    cudaFree(x);
    cudaFree(count);
    expect("numbers that 8 divides", (float)host[0], 2 * THREADS / SIDE);
}

// Neighbours have the bytes of one word.
static __global__ void bytes_of(unsigned char *y, const float *x)
{
    __shared__ unsigned char row[THREADS];
    int t = (int)threadIdx.x;
    row[t] = (unsigned char)x[t];
    __syncthreads();
    y[t] = row[THREADS - 1 - t];
}
static __global__ void sum_words(float *sum, const unsigned *y)
{
    atomicAdd(sum, (float)(y[threadIdx.x] & 255));
}
static void neighbours_in_a_word()
{
    float *x = numbers(THREADS), *sum = numbers(1);
    unsigned char *y;
    cudaMalloc(&y, THREADS);
    bytes_of<<<1, THREADS>>>(y, x);
    sum_words<<<1, THREADS / 4>>>(sum, (unsigned *)y);
    cudaFree(x);
    cudaFree(y);
    expect("1 + 64 + 60 + … + 4", first_of(sum), 1 + 4 * 16 * 17 / 2);
}

static __global__ void four_by_four(float4 *y, const float4 *x)
{
    float4 some = x[threadIdx.x];
    y[threadIdx.x] = make_float4(some.w, some.z, some.y, some.x);
}
static void vectors()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    four_by_four<<<1, THREADS / 4>>>((float4 *)y, (const float4 *)x);
    cudaFree(x);
    expect("the fourth", first_of(y), 4);
}

// Dynamic shared memory with a border, which is filled; each launch begins where the last ended.
static __global__ void blur(float *y, const float *x)
{
    extern __shared__ float tile[];
    int t = (int)threadIdx.x;
    tile[t + 1] = x[t];
    if (t == 0) tile[0] = tile[blockDim.x + 1] = 0;
    __syncthreads();
    y[t] = tile[t] + tile[t + 2];
}
static void launches_in_order()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    for (int i = 0; i < 2; i++) {
        blur<<<1, THREADS, (THREADS + 2) * sizeof(float)>>>(y, x);
        blur<<<1, THREADS, (THREADS + 2) * sizeof(float)>>>(x, y);
    }
    cudaFree(y);
    expect("blurred four times", first_of(x), 16);
}

const Planted faultless[] = {{"faultless.shuffles", sum_by_shuffles},
                             {"faultless.syncwarp", sums_in_a_warp},
                             {"faultless.groups", meetings_of_groups},
                             {"faultless.int", count_by_atomics<int>},
                             {"faultless.unsigned", count_by_atomics<unsigned>},
                             {"faultless.double", count_by_atomics<double>},
                             {"faultless.bytes", neighbours_in_a_word},
                             {"faultless.vectors", vectors},
                             {"faultless.launches", launches_in_order},
                             {NULL, NULL}};
