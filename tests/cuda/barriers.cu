// barriers.cu: __syncthreads() that is missing, or where not all threads come.
#include "planted.h"

// The sum of a block's numbers: half of the threads add the other half's, and so on.
static __global__ void unfilled_sum(float *sum, const float *x)
{
    __shared__ float part[THREADS];
    int t = (int)threadIdx.x;
    part[t] = x[t];                                   // BUG no_barrier.sum
    for (int half = THREADS / 2; half > 0; half /= 2) {
        if (t < half) part[t] += part[t + half];      // BUG no_barrier.sum
        __syncthreads();
    }
    if (t == 0) sum[0] = part[0];
}
static void no_barrier_sum()
{
    float *x = numbers(THREADS), *sum = numbers(1);
    unfilled_sum<<<1, THREADS>>>(sum, x);
    cudaFree(x);
    first_of(sum);
}

// y = x turned over its diagonal, by way of a tile.
static __global__ void unfilled_turn(float *y, const float *x)
{
    __shared__ float tile[SIDE][SIDE];
    int i = (int)threadIdx.y, j = (int)threadIdx.x;
    tile[i][j] = x[i * SIDE + j];                     // BUG no_barrier.turn
    y[i * SIDE + j] = tile[j][i];                     // BUG no_barrier.turn
}
static void no_barrier_turn()
{
    float *x = numbers(SIDE * SIDE), *y = numbers(SIDE * SIDE);
    unfilled_turn<<<1, dim3(SIDE, SIDE)>>>(y, x);
    cudaFree(x);
    first_of(y);
}

// Each thread writes a byte; some read four at once.
static __global__ void packed(float *y, const float *x)
{
    __shared__ unsigned word[THREADS / 4];
    int t = (int)threadIdx.x;
    unsigned char *byte = (unsigned char *)word;
    byte[t] = (unsigned char)x[t];                    // BUG no_barrier.bytes
    if (t >= THREADS / 4) return;
    unsigned four = word[t];                          // BUG no_barrier.bytes
    y[t] = (float)four;
}
static void no_barrier_bytes()
{
    float *x = numbers(THREADS), *y = numbers(THREADS / 4);
    packed<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

// The first barrier is there; before the tile is filled again, the second is not.
static __global__ void refilled_product(float *c, const float *a, const float *b, int columns)
{
    __shared__ float some_a[SIDE][SIDE], some_b[SIDE][SIDE];
    int i = (int)threadIdx.y, j = (int)threadIdx.x;
    float sum = 0;
    for (int q = 0; q < columns; q += SIDE) {
        some_a[i][j] = a[i * columns + q + j];        // BUG no_second.product
        some_b[j][i] = b[(q + i) * SIDE + j];
        __syncthreads();
        for (int k = 0; k < SIDE; k++)
            sum += some_a[i][k]                       // BUG no_second.product
                   * some_b[j][k];
    }
    c[i * SIDE + j] = sum;
}
static void no_second_product()
{
    float *a = numbers(2 * SIDE * SIDE), *b = numbers(2 * SIDE * SIDE), *c = numbers(SIDE * SIDE);
    refilled_product<<<1, dim3(SIDE, SIDE)>>>(c, a, b, 2 * SIDE);
    cudaFree(a);
    cudaFree(b);
    first_of(c);
}

// y(i) = x(i) + the next thread's number, piece after piece.
static __global__ void refilled_pairs(float *y, const float *x, int count)
{
    __shared__ float piece[THREADS];
    int t = (int)threadIdx.x;
    for (int first = 0; first < count; first += THREADS) {
        piece[t] = x[first + t];                      // BUG no_second.pairs
        __syncthreads();
        float next = piece[(t + 1) % THREADS];        // BUG no_second.pairs
        y[first + t] = x[first + t] + next;
    }
}
static void no_second_pairs()
{
    float *x = numbers(2 * THREADS), *y = numbers(2 * THREADS);
    refilled_pairs<<<1, THREADS>>>(y, x, 2 * THREADS);
    cudaFree(x);
    first_of(y);
}

// All barriers of one sum are there; but the next begins while the last is still being read.
static __device__ float hasty_sum(float mine)
{
    __shared__ float part[THREADS];
    int t = (int)threadIdx.x;
    part[t] = mine;                                   // BUG subtle.deviation
    for (int half = THREADS / 2; half > 0; half /= 2) {
        __syncthreads();
        if (t < half) part[t] += part[t + half];
    }
    __syncthreads();
    return part[0];                                   // BUG subtle.deviation
}
static __global__ void deviation(float *result, const float *x)
{
    float mine = x[threadIdx.x], mean = hasty_sum(mine) / THREADS;
    float squares = hasty_sum((mine - mean) * (mine - mean));
    if (threadIdx.x == 0) result[0] = squares;
}
static void subtle_deviation()
{
    float *x = numbers(THREADS), *result = numbers(1);
    deviation<<<1, THREADS>>>(result, x);
    cudaFree(x);
    first_of(result);
}

// Who clears is not who counts.
static __global__ void histogram(int *count, const float *x)
{
    __shared__ int bin[SIDE];
    int t = (int)threadIdx.x;
    if (t < SIDE) bin[t] = 0;                         // BUG subtle.histogram
    atomicAdd(&bin[(int)x[t] % SIDE], 1);             // BUG subtle.histogram
    __syncthreads();
    if (t < SIDE) count[t] = bin[t];
}
static void subtle_histogram()
{
    float *x = numbers(THREADS), *count = numbers(SIDE);
    histogram<<<1, THREADS>>>((int *)count, x);
    cudaFree(x);
    first_of(count);
}

static __global__ void half_waits(float *y, const float *x)
{
    __shared__ float part[THREADS];
    int t = (int)threadIdx.x;
    part[t] = x[t];
    if (t < THREADS / 2) {
        __syncthreads();                              // BUG divergent.half
        y[t] = part[t + THREADS / 2];
    }
}
static void divergent_half()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    half_waits<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

// Threads without a number go home before the others wait for them.
static __global__ void early_home(float *sum, const float *x, int count)
{
    __shared__ float part[THREADS];
    int t = (int)threadIdx.x;
    if (t >= count) return;
    part[t] = x[t];
    __syncthreads();                                  // BUG divergent.home
    if (t == 0) sum[0] = part[0] + part[count - 1];
}
static void divergent_home()
{
    float *x = numbers(THREADS), *sum = numbers(1);
    early_home<<<1, THREADS>>>(sum, x, THREADS - 3);
    cudaFree(x);
    first_of(sum);
}

// The last threads of the second block have no number, and leave their place as the first block's
// did.
static __global__ void ragged_sum(float *sum, const float *x, int count)
{
    __shared__ float part[THREADS];
    int t = (int)threadIdx.x, i = (int)blockIdx.x * THREADS + t;
    if (i < count) part[t] = x[i];
    for (int half = THREADS / 2; half > 0; half /= 2) {
        __syncthreads();
        if (t < half) part[t] += part[t + half];      // BUG unwritten.sum
    }
    if (t == 0) sum[blockIdx.x] = part[0];
}
static void unwritten_sum()
{
    float *x = numbers(2 * THREADS), *sum = numbers(2);
    ragged_sum<<<2, THREADS>>>(sum, x, 2 * THREADS - 3);
    cudaFree(x);
    first_of(sum);
}

// The tile has a border on each side; nobody fills it.
static __global__ void blur(float *y, const float *x)
{
    __shared__ float tile[THREADS + 2];
    int t = (int)threadIdx.x;
    tile[t + 1] = x[t];
    __syncthreads();
    y[t] = (tile[t] + tile[t + 2]) / 2;               // BUG unwritten.blur
}
static void unwritten_blur()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    blur<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

const Planted barriers[] = {{"no_barrier.sum", no_barrier_sum},
                            {"no_barrier.turn", no_barrier_turn},
                            {"no_barrier.bytes", no_barrier_bytes},
                            {"no_second.product", no_second_product},
                            {"no_second.pairs", no_second_pairs},
                            {"subtle.deviation", subtle_deviation},
                            {"subtle.histogram", subtle_histogram},
                            {"divergent.half", divergent_half},
                            {"divergent.home", divergent_home},
                            {"unwritten.sum", unwritten_sum},
                            {"unwritten.blur", unwritten_blur},
                            {NULL, NULL}};
