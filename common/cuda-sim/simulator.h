/* simulator.h: a CUDA device that is made of the CPU. For machines without a card, for gdb, for
 * the sanitizers, and to find what threads do to each other.
 *
 * The files of common/cuda/ are compiled by the C++ compiler too, with the cuda_runtime.h of this
 * folder in place of NVIDIA's. A kernel knows nothing of it: launch.sed rewrites the one thing that
 * is no C++, k<<<grid, block>>>(…).
 *
 *     cuda_runtime.h   the words of CUDA as C++ understands them, and the functions of the runtime
 *     block.c          the threads of a block take turns: each is a fiber (fiber.h)
 *     warp.c           the lanes of a warp meet
 *     memory.c         device memory, which the host may not touch
 *     stream.c         what is done at once, and what waits until somebody waits for it
 *     check.c          two threads at the same memory; instrument.c is how it learns of an access
 *     report.c         what is said of a fault; check_report.c, sanitizer.c
 *     cublas.c         NVIDIA's products of matrices, which dlfcn.h opens, by our own
 *
 * Three programs are made of a kernel, and each is asked with --device cuda-sim:
 *
 *     make 7                               gdb: break common/cuda/loss.cu:41 if threadIdx.x == 2
 *     make build/release/ch07-cnn-check    the checker: what threads do to each other
 *     make VARIANT=asan 7                  the sanitizers: each access by itself
 *
 * The first that is wrong ends the program, with the kernel, the block, the threads and the lines:
 *
 *     cuda-sim: a race for 4 bytes of shared memory
 *         kernel block_sum, block 0, launched at sum.cu:30
 *         thread 0 reads at sum.cu:14
 *         thread 128 writes at sum.cu:12
 *         No __syncthreads() lies between.
 *
 *     any of them      __syncthreads or a warp's function to which not all threads come; a lane
 *                      that is asked and absent; a host pointer among the arguments; a block too
 *                      large
 *     the checker      races, in whatever order the threads had their turns: a missing barrier, a
 *                      missing __syncwarp, sums that are not atomic, between blocks; memory that is
 *                      read and was never written, shared or by a copy that was too short; memory
 *                      that is not the device's, by a pointer within a struct
 *     the sanitizers   beyond the end of an array, shared, on the device or a thread's own; after
 *                      cudaFree; leaks; vectors that are not aligned; a host that looks into the
 *                      memory of the device, or at a copy before it has waited
 *
 * What is right here may be wrong on a card all the same: threads do not run at the same time, and
 * an order of memory by __threadfence is not known. Time here says nothing about time on a card.
 */
#ifndef SIMULATOR_H
#define SIMULATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// In which order the threads of a block take turns, and the blocks of a grid come.
typedef enum SimOrder { SIM_FORWARD, SIM_REVERSE, SIM_RANDOM, SIM_ORDERS } SimOrder;
// lazy: copies and kernels run as late as CUDA allows, when somebody waits for them.
// Before the first call they are what CUDA_SIM_ORDER (forward, reverse, random) and CUDA_SIM_LAZY
// (1) say in the environment.
void sim_settings(SimOrder, bool lazy);

// How often the host has launched a kernel, and how often a recording, copied from its own memory,
// taken memory of the device, and waited for it, since the program began.
typedef struct SimCounts { long kernels, recordings, copies_in, allocations, waits; } SimCounts;
SimCounts sim_counts(void);
// How many products cuBLAS has been asked for. Without it: as on a machine where it is missing.
long sim_products(void);
void sim_without_cublas(void);

bool sim_checks(void);   // whether this is a checker's program
// Who sets this is called before a fault is reported, with its kind: race, barrier, unwritten,
// outside, launch, host, sanitizer.
extern void (*sim_on_fault)(const char *kind);

/* ---- For cuda_runtime.h -----------------------------------------------------------------------*/

extern SimCounts sim_so_far;

typedef struct SimSize { unsigned x, y, z; } SimSize;
extern SimSize threadIdx, blockIdx, blockDim, gridDim;   // of the thread whose turn it is

enum { SIM_THREADS = 1024, SIM_SHARED = 48 << 10 };      // the most of a block
enum { SIM_WARP = 32 };

// A place in a source file: where a kernel is launched, where a thread waits.
typedef struct SimPlace { const char *file; int line; } SimPlace;

typedef struct SimLaunch {
    const char *name;
    void (*thread)(const void *arguments);   // what one thread does
    const void *arguments;
    size_t size;                             // of the arguments
    SimSize grid, block;
    size_t shared;                           // bytes of dynamic shared memory
    SimPlace place;
} SimLaunch;

int sim_thread(void);                        // whose turn it is, in its block; -1: the host's
void sim_barrier(SimPlace);                  // __syncthreads()
void *sim_shared(void);                      // the block's dynamic shared memory

// The lanes of a warp meet, a bit of `lanes` each. A lane hears what lane `from` has sent, and
// which lanes have sent other than 0. From -1: it hears none, and what each did to memory comes
// before what any does afterwards.
typedef struct SimHeard { uint64_t value; unsigned votes; } SimHeard;
SimHeard sim_meet(const char *name, unsigned lanes, uint64_t sent, int from, SimPlace);
int sim_lane(void);

// *place += value, in one go; returns what was there.
int sim_add_int(int *, int value);
unsigned sim_add_unsigned(unsigned *, unsigned value);
float sim_add_float(float *, float value);
double sim_add_double(double *, double value);

void sim_run(const SimLaunch *);             // all blocks, now
// Says what is wrong and, in a kernel, in which thread of which block; aborts.
void sim_fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

// false when out of memory. Fresh memory holds NaN.
bool sim_allocate(void **, size_t bytes);
bool sim_release(void *);                    // false for what was not allocated
bool sim_is_device(const void *, size_t bytes);
void sim_expose(bool);                       // to who runs now: true while the device works

// Work to submit. What a copy brings to the host is the host's when it has waited.
typedef struct SimCopy { void *to; const void *from; size_t bytes; SimPlace place; } SimCopy;
typedef struct SimFill { void *to; int value; size_t bytes; SimPlace place; } SimFill;
void sim_copy(const void *copy), sim_fill(const void *fill);

// Submits `run`, which gets a copy of these bytes: it is done now or, where work is lazy, later.
typedef void SimWork(const void *bytes);
void sim_submit(SimWork *run, const void *bytes, size_t size);
void sim_submit_launch(const SimLaunch *);
void sim_wait(void);                         // until all that was submitted is done

// Something is there now that no kernel and no copy has written: the checker is told.
void sim_written(void *, size_t bytes);
void *sim_library(const char *name);         // NULL where the card has none of that name
void *sim_function(const char *name);        // of a library

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
