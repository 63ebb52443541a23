/* kernel.h: for exercises in which a kernel is written: the words of CUDA that it needs, in C. The
 * kernel runs on the simulator, whose checker watches it (common/cuda-sim/simulator.h): no card and
 * no nvcc are needed, and what it reports is the hint.
 *
 * The exercise's own header includes this one, and thereby says what kind of exercise it is.
 */
#ifndef KERNEL_H
#define KERNEL_H

#include "../../common/cuda-sim/simulator.h"
#include "exercise.h"

#define __global__
#define __device__
#define __shared__ static __attribute__((section("sim_shared_arrays")))
#define __syncthreads() sim_barrier((SimPlace){__FILE__, __LINE__})

/* ---- For test.c -------------------------------------------------------------------------------*/

// Memory of the device that holds these numbers; the way back gives it back.
float *to_device(const float *numbers, int count);
void from_device(float *numbers, float *device, int count);

// launch_kernel(kernel, grid, block, thread, arguments, size) is kernel<<<grid, block>>>(…), where
// `thread` is what each thread does with the arguments.
#define launch_kernel(...) launch_from((SimPlace){__FILE__, __LINE__}, __VA_ARGS__)
void launch_from(SimPlace, const char *kernel, SimSize grid, SimSize block,
                 void (*thread)(const void *arguments), const void *arguments, size_t size);

#endif
