/* planted.h: kernels with a fault, which the simulator must report, and kernels without.
 *
 * A fault lies in the lines that end in BUG and its name: its report names these lines, and no
 * others but the launch. Each kind of fault is planted in two kernels, kind.one and kind.other.
 */
#ifndef PLANTED_H
#define PLANTED_H

#include <cuda_runtime.h>
#include <stdio.h>

typedef struct Planted {
    const char *name;
    void (*run)(void);
} Planted;
extern const Planted barriers[], warps[], bounds[], memory[], faultless[];   // until a NULL name

enum { THREADS = 64, SIDE = 8 };

// `count` numbers on the device: 1, 2, 3, …
inline float *numbers(int count)
{
    float *device, host[1024];
    for (int i = 0; i < count; i++) host[i] = (float)(i + 1);
    cudaMalloc(&device, (size_t)count * sizeof *device);
    cudaMemcpy(device, host, (size_t)count * sizeof *device, cudaMemcpyHostToDevice);
    return device;
}

// The first of them, which are given back.
inline float first_of(float *device)
{
    float first = 0;
    cudaMemcpy(&first, device, sizeof first, cudaMemcpyDeviceToHost);
    cudaFree(device);
    return first;
}

#endif
