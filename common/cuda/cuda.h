/* cuda.h: what the files of this folder share. They are the kernels of kernels.h once more, each
 * file under the name of its twin in common/cpu/, to be read beside it.
 *
 * Who computes what   Plain kernels: a thread computes one number of the output, by itself, as the
 *                     equation says; over each kernel stands where that is different. Thread i of
 *                     a launch has number blockIdx.x * blockDim.x + threadIdx.x; the last axis of a
 *                     tensor varies fastest, so neighbours among the threads read neighbours in
 *                     memory.
 * Sums                A sum has one owner and one order: no atomic additions, and so the same bits
 *                     in every run. Where a block adds together, block_sum says in which order.
 * Whole batch         A graph calls a kernel once for the whole batch. Ranges of columns, by which
 *                     it cuts the CPU's work, are honoured all the same.
 * Errors              What a kernel is given fits: shapes.h has looked. What only the device can
 *                     see, a symbol outside of its table, is an assert.
 *
 * NVIDIA's compiler makes the device "cuda" of these files, the C++ compiler, with the headers of
 * common/cuda-sim/, the device "cuda-sim": `card` has another name there.
 */
#ifndef CUDA_H
#define CUDA_H

#include <assert.h>
#include <cuda_runtime.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

extern "C" {
#include "../device.h"
#include "../shapes.h"
}

namespace card {

#define KERNEL(name, where, parameters, arguments) void name##_cuda parameters;
#include "../kernels.h"

#ifdef CUDA_SIMULATED
const Device DEVICE = CUDA_SIM;
#else
const Device DEVICE = CUDA;
#endif

extern cudaStream_t stream;   // all work of the device, in the order of the calls

// Aborts, with the runtime's words, unless that which was done succeeded.
void check(cudaError_t, const char *what);
// Of a call that takes memory: false where there is none. Whatever else went wrong aborts.
bool allocated(cudaError_t);

/* A number that may be another one when the same work is done again: the learning rate, which
 * numbers dropout draws. A kernel takes a Number<Real> for a Real. Where the work is recorded
 * (queue.h) it is read on the device, where it was told; otherwise it is the argument itself.
 * A launch takes its numbers in the order in which kernels.h has them, and takes all of them.
 */
template <class T> struct Number {
    T now;
    const T *told;
    __device__ operator T() const { return told ? *told : now; }
};
const void *next_number(const void *value, size_t size);   // queue.cu
template <class T> Number<T> number(T value)
{
    return {value, (const T *)next_number(&value, sizeof value)};
}
template <class T> Number<T> constant(T value) { return {value, NULL}; }   // of the kernel's own

enum { THREADS = 256 };       // of a block, a power of two

// Blocks of THREADS threads, one thread for each of `count` numbers: the last block has some too
// many. There is always one block, for CUDA refuses to launch none.
inline unsigned blocks_for(size_t count)
{
    return count == 0 ? 1 : (unsigned)((count + THREADS - 1) / THREADS);
}
static __device__ inline size_t thread_number()
{
    return (size_t)blockIdx.x * blockDim.x + threadIdx.x;
}

// The numbers of a tensor, in the memory of the device; NULL where it is absent.
inline void *data_of(const Tensor *t, Type type)
{
    if (!present(t)) return NULL;
    CHECK(t->type == type && t->device == DEVICE, "numbers of type %d on %s read as type %d on %s",
          t->type, device_name(t->device), type, device_name(DEVICE));
    return t->data;
}
inline Real *numbers(const Tensor *t) { return (Real *)data_of(t, REAL); }
inline int32_t *integers(const Tensor *t) { return (int32_t *)data_of(t, I32); }
inline uint8_t *small_integers(const Tensor *t) { return (uint8_t *)data_of(t, U8); }

// The sum of what each thread of a block brings, in a fixed order: half of them add the other
// half's, then half of these, … until one has all. Every thread of the block calls it, and each
// gets the sum. It works in shared memory, a double a thread.
//
//     8 threads   0+4 1+5 2+6 3+7,   then 0+2 1+3,   then 0+1
static __device__ inline double block_sum(double mine)
{
    __shared__ double part[THREADS];
    int me = (int)threadIdx.x;
    __syncthreads();   // the sum before this one has been read by all
    part[me] = mine;
    for (int half = THREADS / 2; half > 0; half /= 2) {
        __syncthreads();
        if (me < half) part[me] += part[me + half];
    }
    __syncthreads();
    return part[0];
}

// Where number i of the images stands, and the other way round: where a pixel's channels begin.
struct Pixel {
    int n, row, column, channel;
};
static __device__ inline Pixel pixel_at(Images x, size_t i)
{
    size_t pixel = i / (size_t)x.channels, row = pixel / (size_t)x.width;
    return {(int)(row / (size_t)x.height), (int)(row % (size_t)x.height),
            (int)(pixel % (size_t)x.width), (int)(i % (size_t)x.channels)};
}
static __device__ inline size_t place_of(Images x, int n, int row, int column)
{
    return (((size_t)n * x.height + row) * x.width + column) * x.channels;
}
static __device__ inline bool inside(Images x, int row, int column)
{
    return row >= 0 && row < x.height && column >= 0 && column < x.width;
}

// linear.cu: sum(f) += dy(0, f) + dy(1, f) + … over the rows of a matrix [rows, columns]
void add_column_sums(Real *sum, const Real *dy, size_t rows, int columns);

}   // namespace card

#endif
