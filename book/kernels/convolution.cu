// convolution.cu: a convolution, from plain loops to a thread with 32 sums (steps.h).
#include <cuda_runtime.h>

#include "steps.h"

/* ---- Plain loops ------------------------------------------------------------------------------*/

static __host__ __device__ float answer(const float *x, const float *w,
                                        int i, int j, int f)
{
    float sum = 0;
    for (int u = 0; u < SIZE; u++)
        for (int v = 0; v < SIZE; v++)
            sum += w[(u * SIZE + v) * FILTERS + f] *
                   x[(i + u) * SIDE + j + v];
    return sum;
}

static __host__ __device__ size_t place(int n, int i, int j, int f)
{
    return (((size_t)n * OUT + i) * OUT + j) * FILTERS + f;
}

void convolution_plain(float *y, const float *x, const float *w,
                       int pictures)
{
    for (int n = 0; n < pictures; n++)
        for (int i = 0; i < OUT; i++)
            for (int j = 0; j < OUT; j++)
                for (int f = 0; f < FILTERS; f++)
                    y[place(n, i, j, f)] =
                        answer(x + n * SIDE * SIDE, w, i, j, f);
}

/* ---- A thread a number ------------------------------------------------------------------------*/

static __global__ void thread_a_number(float *y, const float *x,
                                       const float *w, int numbers)
{
    int number = blockIdx.x * blockDim.x + threadIdx.x;
    if (number >= numbers) return;
    int f = number % FILTERS, j = number / FILTERS % OUT;
    int i = number / FILTERS / OUT % OUT, n = number / FILTERS / OUT / OUT;
    y[number] = answer(x + n * SIDE * SIDE, w, i, j, f);
}

void convolution_thread_a_number(float *y, const float *x, const float *w,
                                 int pictures)
{
    int numbers = pictures * OUT * OUT * FILTERS;
    int blocks = (numbers + THREADS - 1) / THREADS;
    thread_a_number<<<blocks, THREADS>>>(y, x, w, numbers);
}

/* ---- A tile in shared memory ------------------------------------------------------------------*/

// The pixels under the block's answers and all filters, fetched by all.
static __device__ void fetch(float *tile, float *filter, const float *x,
                             const float *w)
{
    int me = threadIdx.x, threads = blockDim.x;
    int row = blockIdx.y * TILE, column = blockIdx.x * TILE;
    x += ((size_t)blockIdx.z * SIDE + row) * SIDE + column;
    for (int k = me; k < WIDE * WIDE; k += threads)
        tile[k] = x[k / WIDE * SIDE + k % WIDE];
    for (int k = me; k < SIZE * SIZE * FILTERS; k += threads)
        filter[k] = w[k];
    __syncthreads();
}

// Where answer (i, j) of the block's tile and filter f lies in y.
static __device__ size_t place_in_tile(int i, int j, int f)
{
    return place(blockIdx.z, blockIdx.y * TILE + i, blockIdx.x * TILE + j, f);
}

static __global__ void from_tile(float *y, const float *x, const float *w)
{
    __shared__ float tile[WIDE * WIDE], filter[SIZE * SIZE * FILTERS];
    fetch(tile, filter, x, w);
    for (int k = threadIdx.x; k < TILE * TILE * FILTERS; k += THREADS) {
        int f = k % FILTERS, j = k / FILTERS % TILE, i = k / FILTERS / TILE;
        float sum = 0;
        for (int u = 0; u < SIZE; u++)
            for (int v = 0; v < SIZE; v++)
                sum += filter[(u * SIZE + v) * FILTERS + f] *
                       tile[(i + u) * WIDE + j + v];
        y[place_in_tile(i, j, f)] = sum;
    }
}

void convolution_tile(float *y, const float *x, const float *w, int pictures)
{
    dim3 blocks(OUT / TILE, OUT / TILE, pictures);
    from_tile<<<blocks, THREADS>>>(y, x, w);
}

/* ---- Eight pixels a thread --------------------------------------------------------------------*/

static __global__ void eight_pixels(float *y, const float *x, const float *w)
{
    __shared__ float tile[WIDE * WIDE], filter[SIZE * SIZE * FILTERS];
    fetch(tile, filter, x, w);
    int f = threadIdx.x % FILTERS, i = threadIdx.x / FILTERS;
    float sum[TILE] = {0}, pixel[WIDE];
    for (int u = 0; u < SIZE; u++) {
        for (int k = 0; k < WIDE; k++) pixel[k] = tile[(i + u) * WIDE + k];
        for (int v = 0; v < SIZE; v++) {
            float weight = filter[(u * SIZE + v) * FILTERS + f];
            for (int j = 0; j < TILE; j++) sum[j] += weight * pixel[j + v];
        }
    }
    for (int j = 0; j < TILE; j++) y[place_in_tile(i, j, f)] = sum[j];
}

void convolution_pixels(float *y, const float *x, const float *w, int pictures)
{
    dim3 blocks(OUT / TILE, OUT / TILE, pictures);
    eight_pixels<<<blocks, TILE * FILTERS>>>(y, x, w);
}

/* ---- Eight pixels, four filters ---------------------------------------------------------------*/

static __global__ void four_filters(float *y, const float *x, const float *w)
{
    __shared__ float tile[WIDE * WIDE], filter[SIZE * SIZE * FILTERS];
    fetch(tile, filter, x, w);
    const int groups = FILTERS / TOGETHER;
    int g = threadIdx.x % groups, i = threadIdx.x / groups;
    float sum[TOGETHER][TILE] = {{0}}, pixel[WIDE];
    for (int u = 0; u < SIZE; u++) {
        for (int k = 0; k < WIDE; k++) pixel[k] = tile[(i + u) * WIDE + k];
        for (int v = 0; v < SIZE; v++)
            for (int f = 0; f < TOGETHER; f++) {
                float weight = filter[(u * SIZE + v) * FILTERS +
                                      f * groups + g];
                for (int j = 0; j < TILE; j++)
                    sum[f][j] += weight * pixel[j + v];
            }
    }
    for (int f = 0; f < TOGETHER; f++)
        for (int j = 0; j < TILE; j++)
            y[place_in_tile(i, j, f * groups + g)] = sum[f][j];
}

void convolution_filters(float *y, const float *x, const float *w,
                         int pictures)
{
    dim3 blocks(OUT / TILE, OUT / TILE, pictures);
    four_filters<<<blocks, TILE * FILTERS / TOGETHER>>>(y, x, w);
}
