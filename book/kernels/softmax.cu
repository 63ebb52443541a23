// softmax.cu: a softmax over each row, from a loop to a block of threads a row (steps.h).
#include <cuda_runtime.h>
#include <math.h>

#include "steps.h"

/* ---- One row ----------------------------------------------------------------------------------*/

static __host__ __device__ void softmax_row(float *p, const float *z,
                                            int columns)
{
    float sum = 0;
    for (int k = 0; k < columns; k++) {
        float e = expf(z[k]);
        p[k] = e;
        sum += e;
    }
    for (int k = 0; k < columns; k++) p[k] /= sum;
}

void softmax_plain(float *p, const float *z, int rows, int columns)
{
    for (int n = 0; n < rows; n++)
        softmax_row(p + n * columns, z + n * columns, columns);
}

/* ---- A thread a row ---------------------------------------------------------------------------*/

static __global__ void thread_a_row(float *p, const float *z, int rows,
                                    int columns)
{
    int n = blockIdx.x * blockDim.x + threadIdx.x;
    if (n >= rows) return;
    softmax_row(p + n * columns, z + n * columns, columns);
}

void softmax_thread_a_row(float *p, const float *z, int rows, int columns)
{
    int blocks = (rows + THREADS - 1) / THREADS;
    thread_a_row<<<blocks, THREADS>>>(p, z, rows, columns);
}

/* ---- A block a row ----------------------------------------------------------------------------*/

// The sum of what the threads of a block bring; part has room for all.
static __device__ float sum_of_block(float *part, float mine)
{
    int me = threadIdx.x;
    part[me] = mine;
    for (int half = THREADS / 2; half > 0; half /= 2) {
        __syncthreads();
        if (me < half) part[me] += part[me + half];
    }
    __syncthreads();
    return part[0];
}

static __global__ void block_a_row(float *p, const float *z, int columns)
{
    __shared__ float part[THREADS];
    size_t row = (size_t)blockIdx.x * columns;
    float mine = 0;
    for (int k = threadIdx.x; k < columns; k += THREADS) {
        float e = expf(z[row + k]);
        p[row + k] = e;
        mine += e;
    }
    float sum = sum_of_block(part, mine);
    for (int k = threadIdx.x; k < columns; k += THREADS)
        p[row + k] /= sum;
}

void softmax_block_a_row(float *p, const float *z, int rows, int columns)
{
    block_a_row<<<rows, THREADS>>>(p, z, columns);
}

/* ---- The largest first ------------------------------------------------------------------------*/

static __device__ float plus(float a, float b) { return a + b; }
static __device__ float larger(float a, float b) { return fmaxf(a, b); }

//@ joined
// The same tree, and at its joints what the caller likes.
template <float join(float, float)>
static __device__ float joined(float *part, float mine)
{
    int me = threadIdx.x;
    __syncthreads();   // the tree before this one has been read by all
    part[me] = mine;
    for (int half = THREADS / 2; half > 0; half /= 2) {
        __syncthreads();
        if (me < half) part[me] = join(part[me], part[me + half]);
    }
    __syncthreads();
    return part[0];
}
//@ end joined

static __global__ void largest_first(float *p, const float *z, int columns)
{
    __shared__ float part[THREADS];
    size_t row = (size_t)blockIdx.x * columns;
    float most = -INFINITY, sum = 0;
    for (int k = threadIdx.x; k < columns; k += THREADS)
        most = larger(most, z[row + k]);
    most = joined<larger>(part, most);
    for (int k = threadIdx.x; k < columns; k += THREADS) {
        float e = expf(z[row + k] - most);
        p[row + k] = e;
        sum += e;
    }
    sum = joined<plus>(part, sum);
    for (int k = threadIdx.x; k < columns; k += THREADS)
        p[row + k] /= sum;
}

void softmax_largest_first(float *p, const float *z, int rows, int columns)
{
    largest_first<<<rows, THREADS>>>(p, z, columns);
}

/* ---- Read once --------------------------------------------------------------------------------*/

static __global__ void read_once(float *p, const float *z, int columns)
{
    __shared__ float part[THREADS];
    size_t row = (size_t)blockIdx.x * columns;
    float held[HELD], most = -INFINITY, sum = 0;
    for (int i = 0; i < HELD; i++) {
        int k = threadIdx.x + i * THREADS;
        held[i] = k < columns ? z[row + k] : -INFINITY;
        most = larger(most, held[i]);
    }
    most = joined<larger>(part, most);
    for (int i = 0; i < HELD; i++) {
        held[i] = expf(held[i] - most);
        sum += held[i];
    }
    sum = joined<plus>(part, sum);
    for (int i = 0; i < HELD; i++) {
        int k = threadIdx.x + i * THREADS;
        if (k < columns) p[row + k] = held[i] / sum;
    }
}

void softmax_read_once(float *p, const float *z, int rows, int columns)
{
    read_once<<<rows, THREADS>>>(p, z, columns);
}
