/* block_sum.h: a kernel that adds numbers, by the threads of one block.
 *
 *     sum(0) = x(0) + x(1) + ... + x(count - 1)
 *
 * Each thread of the block runs the whole function. threadIdx.x says which one
 * it is, 0 to blockDim.x - 1; blockDim.x says how many there are, a power of
 * two, at most MOST_THREADS. count may be anything from 0 on: more numbers
 * than threads, or fewer. sum arrives filled with garbage.
 */
#ifndef BLOCK_SUM_H
#define BLOCK_SUM_H

#include "kernel.h"

enum { MOST_THREADS = 64 };

__global__ void block_sum(float *sum, const float *x, int count);

#endif
