// bounds.cu: addresses beyond an array, or not aligned as their type asks.
#include "planted.h"

static __global__ void column_sums(float *sum, const float *x, int rows)
{
    __shared__ float tile[SIDE][SIDE];
    int j = (int)threadIdx.x;
    for (int i = 0; i < rows; i++)
        tile[i][j] = x[j];                            // BUG shared_index.columns
    sum[j] = tile[0][j];
}
static void shared_index_columns()
{
    float *x = numbers(SIDE), *sum = numbers(SIDE);
    column_sums<<<1, SIDE>>>(sum, x, SIDE + 1);
    cudaFree(x);
    first_of(sum);
}

static __global__ void next_of(float *y, const float *x)
{
    __shared__ float row[THREADS];
    unsigned t = threadIdx.x;
    row[t] = x[t];
    __syncthreads();
    y[t] = row[t + 1];                                // BUG shared_index.next
}
static void shared_index_next()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    next_of<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __device__ float pair(const float *place, int step)
{
    return place[0] + place[step];                    // BUG shared_pointer.pairs
}
static __global__ void pairs(float *y, const float *x)
{
    __shared__ float row[THREADS];
    int t = (int)threadIdx.x;
    row[t] = x[t];
    __syncthreads();
    y[t] = pair(row + t, 1);
}
static void shared_pointer_pairs()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    pairs<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __device__ void fill(float *to, const float *from, int count)
{
    for (int k = (int)threadIdx.x; k < count; k += (int)blockDim.x)
        to[k] = from[k];                              // BUG shared_pointer.fill
}
static __global__ void filled(float *y, const float *x, int count)
{
    __shared__ float row[THREADS];
    fill(row, x, count);
    __syncthreads();
    y[threadIdx.x] = row[threadIdx.x];
}
static void shared_pointer_fill()
{
    float *x = numbers(THREADS + 8), *y = numbers(THREADS);
    filled<<<1, THREADS>>>(y, x, THREADS + 8);
    cudaFree(x);
    first_of(y);
}

// The launch asks for as many bytes as there should be numbers.
static __global__ void dynamic_sum(float *sum, const float *x)
{
    extern __shared__ float part[];
    part[threadIdx.x] = x[threadIdx.x];               // BUG shared_dynamic.sum
    __syncthreads();
    if (threadIdx.x == 0) sum[0] = part[0] + part[blockDim.x - 1];
}
static void shared_dynamic_sum()
{
    float *x = numbers(THREADS), *sum = numbers(1);
    dynamic_sum<<<1, THREADS, THREADS>>>(sum, x);
    cudaFree(x);
    first_of(sum);
}

static __global__ void dynamic_turn(float *y, const float *x)
{
    extern __shared__ float tile[];
    int i = (int)threadIdx.y, j = (int)threadIdx.x;
    tile[i * (SIDE + 1) + j] = x[i * SIDE + j];       // BUG shared_dynamic.turn
    __syncthreads();
    y[i * SIDE + j] = tile[j * (SIDE + 1) + i];
}
static void shared_dynamic_turn()
{
    float *x = numbers(SIDE * SIDE), *y = numbers(SIDE * SIDE);
    dynamic_turn<<<1, dim3(SIDE, SIDE), SIDE * SIDE * sizeof(float)>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __global__ void twice(float *y, const float *x)
{
    unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
    float number = x[i];                              // BUG global_index.twice
    y[i] = 2 * number;
}
static void global_index_twice()
{
    float *x = numbers(100), *y = numbers(100);
    twice<<<2, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __global__ void differences(float *y, const float *x, int count)
{
    int i = (int)threadIdx.x;
    if (i < count)
        y[i] = x[i + 1] - x[i];                       // BUG global_index.differences
}
static void global_index_differences()
{
    float *x = numbers(50), *y = numbers(50);
    differences<<<1, THREADS>>>(y, x, 50);
    cudaFree(x);
    first_of(y);
}

static __global__ void largest_of_window(float *y, const float *x, int window)
{
    float seen[4], largest = 0;
    for (int k = 0; k < window; k++)
        seen[k] = x[threadIdx.x + k];                 // BUG local_index.window
    for (int k = 0; k < 4; k++) largest = seen[k] > largest ? seen[k] : largest;
    y[threadIdx.x] = largest;
}
static void local_index_window()
{
    float *x = numbers(THREADS + 8), *y = numbers(THREADS);
    largest_of_window<<<1, THREADS>>>(y, x, 5);
    cudaFree(x);
    first_of(y);
}

static __global__ void own_counts(float *y, const float *x)
{
    float count[SIDE] = {0};
    for (int k = 0; k < THREADS; k++)
        count[(int)x[k] % (SIDE + 1)] += 1;           // BUG local_index.counts
    y[threadIdx.x] = count[threadIdx.x % SIDE];
}
static void local_index_counts()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    own_counts<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __global__ void by_fours(float *y, const float *x)
{
    const float4 *four = (const float4 *)(x + 1) + threadIdx.x;
    float first = four->x + four->y;                  // BUG misaligned.fours
    y[threadIdx.x] = first;
}
static void misaligned_fours()
{
    float *x = numbers(THREADS), *y = numbers(THREADS);
    by_fours<<<1, 8>>>(y, x);
    cudaFree(x);
    first_of(y);
}

static __global__ void swapped(float *y, const float *x)
{
    int i = (int)threadIdx.x;
    const float2 *pair = (const float2 *)(x + 3 * i);
    y[i] = pair->y - pair->x;                         // BUG misaligned.pairs
}
static void misaligned_pairs()
{
    float *x = numbers(3 * THREADS), *y = numbers(THREADS);
    swapped<<<1, THREADS>>>(y, x);
    cudaFree(x);
    first_of(y);
}

const Planted bounds[] = {{"shared_index.columns", shared_index_columns},
                          {"shared_index.next", shared_index_next},
                          {"shared_pointer.pairs", shared_pointer_pairs},
                          {"shared_pointer.fill", shared_pointer_fill},
                          {"shared_dynamic.sum", shared_dynamic_sum},
                          {"shared_dynamic.turn", shared_dynamic_turn},
                          {"global_index.twice", global_index_twice},
                          {"global_index.differences", global_index_differences},
                          {"local_index.window", local_index_window},
                          {"local_index.counts", local_index_counts},
                          {"misaligned.fours", misaligned_fours},
                          {"misaligned.pairs", misaligned_pairs},
                          {NULL, NULL}};
