/* simulator.h: a CUDA device that is made of the CPU. For machines without a card, for gdb, for
 * the sanitizers.
 *
 * The files of common/cuda/ are compiled by the C++ compiler too, with the cuda_runtime.h of this
 * folder in place of NVIDIA's. A kernel knows nothing of it: launch.sed rewrites the one thing that
 * is no C++, k<<<grid, block>>>(…).
 *
 *     cuda_runtime.h   the words of CUDA as C++ understands them, and the functions of the runtime
 *     block.c          the threads of a block take turns: each is a fiber (fiber.h)
 *     memory.c         device memory, which the host may not touch
 *     stream.c         what is done at once, and what waits until somebody waits for it
 *
 * What is right here may be wrong on a card, where threads run at the same time: a missing barrier
 * shows in one order of the threads and hides in another, so the tests run them in three. Time here
 * says nothing about time on a card.
 *
 * gdb     break common/cuda/loss.cu:41 if blockIdx.x == 1 && threadIdx.x == 2
 */
#ifndef SIMULATOR_H
#define SIMULATOR_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// In which order the threads of a block take turns, and the blocks of a grid come.
typedef enum SimOrder { SIM_FORWARD, SIM_REVERSE, SIM_RANDOM, SIM_ORDERS } SimOrder;
// lazy: copies and kernels run as late as CUDA allows, when somebody waits for them.
// Before the first call they are what CUDA_SIM_ORDER (forward, reverse, random) and CUDA_SIM_LAZY
// (1) say in the environment.
void sim_settings(SimOrder, bool lazy);

// How often the host has launched a kernel, and how often a recording, since the program began.
typedef struct SimCounts { long kernels, recordings; } SimCounts;
SimCounts sim_counts(void);

/* ---- For cuda_runtime.h -----------------------------------------------------------------------*/

typedef struct SimSize { unsigned x, y, z; } SimSize;
extern SimSize threadIdx, blockIdx, blockDim, gridDim;   // of the thread whose turn it is

enum { SIM_THREADS = 1024, SIM_SHARED = 48 << 10 };      // the most of a block

// A place in a source file: where a kernel is launched, where a thread waits.
typedef struct SimPlace { const char *file; int line; } SimPlace;

typedef struct SimLaunch {
    void (*thread)(const void *arguments);   // what one thread does
    const void *arguments;
    size_t size;                             // of the arguments
    SimSize grid, block;
    size_t shared;                           // bytes of dynamic shared memory
    SimPlace place;
} SimLaunch;

void sim_barrier(SimPlace);                  // __syncthreads()
void *sim_shared(void);                      // the block's dynamic shared memory
void sim_run(const SimLaunch *);             // all blocks, now
// Says what is wrong and, in a kernel, in which thread of which block; aborts.
void sim_fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

// false when out of memory. Fresh memory holds NaN.
bool sim_allocate(void **, size_t bytes);
bool sim_release(void *);                    // false for what was not allocated
bool sim_is_device(const void *, size_t bytes);
void sim_expose(bool);                       // to who runs now: true while the device works

// Submits `run`, which gets a copy of these bytes: it is done now or, where work is lazy, later.
typedef void SimWork(const void *bytes);
void sim_submit(SimWork *run, const void *bytes, size_t size);
void sim_submit_launch(const SimLaunch *);
void sim_wait(void);                         // until all that was submitted is done

// What is submitted between these is not done, but kept, to be submitted as often as wanted.
typedef struct SimGraph SimGraph;
bool sim_record(void);                       // false: it records already
SimGraph *sim_recorded(void);
bool sim_recording(void);
void sim_submit_graph(const SimGraph *);
void sim_graph_free(SimGraph *);

#ifdef __cplusplus
}
#endif
#endif
