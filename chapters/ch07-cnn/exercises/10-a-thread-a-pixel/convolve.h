/* convolve.h: a convolution by a kernel, in which each thread computes a pixel.
 *
 *     y(i,j) = sum over u,v of w(u,v) x(i + u, j + v)
 *
 *     x   [height, width]         a picture of one channel
 *     w   [size, size]            size <= height, size <= width
 *     y   [height - size + 1, width - size + 1]
 *
 * All lie row after row. Thread (threadIdx.y, threadIdx.x) of block
 * (blockIdx.y, blockIdx.x) has the pixel of row blockIdx.y * blockDim.y +
 * threadIdx.y and of column blockIdx.x * blockDim.x + threadIdx.x. There are
 * enough blocks for all of y; those at its edges have threads without a pixel.
 */
#ifndef CONVOLVE_H
#define CONVOLVE_H

#include "kernel.h"

__global__ void convolve(float *y, const float *x, const float *w, int height,
                         int width, int size);

#endif
