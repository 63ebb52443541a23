/* 07-09  A sum by a block of threads          build, further, 25 minutes
 *
 * On a graphics card many threads add at the same time. Thread t adds its own
 * numbers, x(t), x(t + threads), ..., and puts what it has into part[t], of
 *
 *           __shared__ float part[MOST_THREADS];
 *
 * which all threads of the block share. Then half of the threads add the other
 * half's, half of these again, until part[0] holds all.
 *
 * Threads do not wait for each other unless told to: __syncthreads() lets
 * nobody pass before all threads of the block have come there.
 *
 * Task      write the kernel; block_sum.h says what it is given. It runs on a
 *           simulated card, which watches. What it reports names two lines.
 * Example   4 threads, x = 1 2 3 4 5 6:
 *
 *           each its own       part = 1+5, 2+6, 3, 4  =  6 8 3 4
 *           2 threads add      part[0] += part[2], part[1] += part[3]:  9 12
 *           1 thread adds      part[0] += part[1]:  21
 *
 * Check     make check EX=07-09          Stuck?   make hint EX=07-09
 */
#include "block_sum.h"

__global__ void block_sum(float *sum, const float *x, int count)
{
    EXERCISE_TODO();
}
