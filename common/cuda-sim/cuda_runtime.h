/* cuda_runtime.h: the words of CUDA as a C++ compiler understands them, and those functions of
 * NVIDIA's runtime that the project calls, for the simulated device.
 *
 * A lesser CUDA: one stream, no warps' functions, no textures. What is missing does not compile.
 */
#ifndef SIM_CUDA_RUNTIME_H
#define SIM_CUDA_RUNTIME_H

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <tuple>
#include <type_traits>

#include "simulator.h"

/* ---- The language -----------------------------------------------------------------------------*/

#define CUDA_SIMULATED
#define __global__
#define __device__
#define __host__
#define __forceinline__ inline
#define __launch_bounds__(...)
#define __shared__ static   // one block runs at a time

// What the files of common/cuda/ define has other names here, so that a program may have both.
#define card simulated_card
#define cuda_backend cuda_sim_backend

struct dim3 : SimSize {
    dim3(unsigned x = 1, unsigned y = 1, unsigned z = 1) : SimSize{x, y, z} {}
};

inline SimPlace sim_here(const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    return {file, line};
}
inline void __syncthreads(SimPlace place = sim_here()) { sim_barrier(place); }
inline unsigned __umulhi(unsigned a, unsigned b)
{
    return (unsigned)((unsigned long long)a * b >> 32);
}

/* ---- The runtime ------------------------------------------------------------------------------*/

enum cudaError_t {
    cudaSuccess,
    cudaErrorInvalidValue,
    cudaErrorMemoryAllocation,
    cudaErrorInvalidConfiguration,
    cudaErrorInvalidMemcpyDirection,
    cudaErrorNoDevice,
    cudaErrorInsufficientDriver,
    cudaErrorStreamCaptureUnsupported
};
enum cudaDeviceAttr { cudaDevAttrComputeCapabilityMajor, cudaDevAttrComputeCapabilityMinor };
struct cudaDeviceProp { char name[256]; };
enum cudaMemcpyKind {
    cudaMemcpyHostToHost,
    cudaMemcpyHostToDevice,
    cudaMemcpyDeviceToHost,
    cudaMemcpyDeviceToDevice
};
typedef struct SimStream *cudaStream_t;   // NULL: there is no other

inline cudaError_t sim_last_error;
inline cudaError_t sim_error(cudaError_t error) { return sim_last_error = error; }
inline cudaError_t cudaGetLastError()
{
    cudaError_t error = sim_last_error;
    sim_last_error = cudaSuccess;
    return error;
}
inline const char *cudaGetErrorString(cudaError_t error)
{
    static const char *const text[] = {"no error", "invalid argument", "out of memory",
                                       "invalid configuration argument",
                                       "invalid copy direction for memcpy", "no device",
                                       "the driver is too old",
                                       "operation not permitted when stream is capturing"};
    return text[error];
}

// There is always one device.
inline cudaError_t cudaGetDeviceCount(int *count) { return *count = 1, cudaSuccess; }
inline cudaError_t cudaDriverGetVersion(int *version) { return *version = 13000, cudaSuccess; }
inline cudaError_t cudaRuntimeGetVersion(int *version) { return *version = 13000, cudaSuccess; }
inline cudaError_t cudaDeviceGetAttribute(int *value, cudaDeviceAttr, int)
{
    return *value = 9, cudaSuccess;
}
inline cudaError_t cudaGetDeviceProperties(cudaDeviceProp *card, int)
{
    return strcpy(card->name, "a simulated card"), cudaSuccess;
}
inline cudaError_t cudaStreamCreate(cudaStream_t *stream) { return *stream = nullptr, cudaSuccess; }
inline cudaError_t cudaStreamSynchronize(cudaStream_t)
{
    if (sim_recording()) return sim_error(cudaErrorStreamCaptureUnsupported);
    return sim_wait(), cudaSuccess;
}
inline cudaError_t cudaMemGetInfo(size_t *free, size_t *total)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    *free = page * (size_t)sysconf(_SC_AVPHYS_PAGES);
    *total = page * (size_t)sysconf(_SC_PHYS_PAGES);
    return cudaSuccess;
}

inline cudaError_t cudaMalloc(void **address, size_t bytes)
{
    if (sim_recording()) return sim_error(cudaErrorStreamCaptureUnsupported);
    return sim_allocate(address, bytes) ? cudaSuccess : sim_error(cudaErrorMemoryAllocation);
}
inline cudaError_t cudaMallocHost(void **address, size_t bytes)
{
    return (*address = malloc(bytes)) ? cudaSuccess : sim_error(cudaErrorMemoryAllocation);
}
inline cudaError_t cudaFree(void *address)   // waits, as NVIDIA's does
{
    if (sim_recording()) return sim_error(cudaErrorStreamCaptureUnsupported);
    sim_wait();
    return !address || sim_release(address) ? cudaSuccess : sim_error(cudaErrorInvalidValue);
}

struct SimCopy { void *to; const void *from; size_t bytes; };
inline void sim_copy(const void *copy)
{
    const SimCopy *c = (const SimCopy *)copy;
    sim_expose(true);
    memmove(c->to, c->from, c->bytes);
    sim_expose(false);
}
inline cudaError_t cudaMemcpyAsync(void *to, const void *from, size_t bytes, cudaMemcpyKind kind,
                                   cudaStream_t)
{
    bool to_device = kind == cudaMemcpyHostToDevice || kind == cudaMemcpyDeviceToDevice;
    bool from_device = kind == cudaMemcpyDeviceToHost || kind == cudaMemcpyDeviceToDevice;
    if (bytes == 0) return cudaSuccess;
    if (sim_is_device(to, 1) != to_device || sim_is_device(from, 1) != from_device)
        return sim_error(cudaErrorInvalidMemcpyDirection);
    if ((to_device && !sim_is_device(to, bytes)) || (from_device && !sim_is_device(from, bytes)))
        return sim_error(cudaErrorInvalidValue);
    SimCopy copy = {to, from, bytes};
    return sim_submit(sim_copy, &copy, sizeof copy), cudaSuccess;
}

struct SimFill { void *to; int value; size_t bytes; };
inline void sim_fill(const void *fill)
{
    const SimFill *f = (const SimFill *)fill;
    sim_expose(true);
    memset(f->to, f->value, f->bytes);
    sim_expose(false);
}
inline cudaError_t cudaMemsetAsync(void *to, int value, size_t bytes, cudaStream_t)
{
    if (bytes && !sim_is_device(to, bytes)) return sim_error(cudaErrorInvalidValue);
    SimFill fill = {to, value, bytes};
    return sim_submit(sim_fill, &fill, sizeof fill), cudaSuccess;
}

/* ---- Recordings -------------------------------------------------------------------------------*/

typedef SimGraph *cudaGraph_t, *cudaGraphExec_t;   // what was recorded runs as it is
enum cudaStreamCaptureMode { cudaStreamCaptureModeThreadLocal };

inline cudaError_t cudaStreamBeginCapture(cudaStream_t, cudaStreamCaptureMode)
{
    return sim_record() ? cudaSuccess : sim_error(cudaErrorStreamCaptureUnsupported);
}
inline cudaError_t cudaStreamEndCapture(cudaStream_t, cudaGraph_t *graph)
{
    return (*graph = sim_recorded()) ? cudaSuccess : sim_error(cudaErrorInvalidValue);
}
inline cudaError_t cudaGraphInstantiateWithFlags(cudaGraphExec_t *ready, cudaGraph_t graph,
                                                 unsigned long long)
{
    return *ready = graph, cudaSuccess;
}
inline cudaError_t cudaGraphDestroy(cudaGraph_t) { return cudaSuccess; }
inline cudaError_t cudaGraphLaunch(cudaGraphExec_t graph, cudaStream_t)
{
    return sim_submit_graph(graph), cudaSuccess;
}
inline cudaError_t cudaGraphExecDestroy(cudaGraphExec_t graph)
{
    return sim_graph_free(graph), cudaSuccess;
}

/* ---- Launches ---------------------------------------------------------------------------------*/

// A pointer among the arguments must be one of the device.
template <class T> void sim_check_argument(T argument, SimPlace place)
{
    if constexpr (std::is_pointer_v<T>)
        if (argument && !sim_is_device((const void *)argument, 0))
            sim_fail("%s:%d: a kernel is given %p, which is no memory of the device", place.file,
                     place.line, (const void *)argument);
}

template <class... P> struct SimKernel {
    typedef std::tuple<void (*)(P...), P...> Call;
    void (*kernel)(P...);
    SimLaunch launch;

    static void thread(const void *call)
    {
        std::apply([](auto kernel, auto... arguments) { kernel(arguments...); },
                   *(const Call *)call);
    }
    void operator()(std::common_type_t<P>... arguments)
    {
        Call call{kernel, arguments...};
        (sim_check_argument(arguments, launch.place), ...);
        launch.thread = thread;
        launch.arguments = &call;
        launch.size = sizeof call;
        SimSize g = launch.grid, b = launch.block;
        size_t threads = (size_t)b.x * b.y * b.z, blocks = (size_t)g.x * g.y * g.z;
        bool fits = threads > 0 && threads <= SIM_THREADS && b.z <= 64 && blocks > 0 &&
                    blocks <= INT_MAX && g.y <= 65535 && g.z <= 65535 &&
                    launch.shared <= SIM_SHARED;
        if (fits) sim_submit_launch(&launch);
        else sim_error(cudaErrorInvalidConfiguration);
    }
};

template <class... P>
SimKernel<P...> sim_kernel(void (*kernel)(P...), dim3 grid, dim3 block, size_t shared = 0,
                           cudaStream_t = nullptr, SimPlace place = sim_here())
{
    return {kernel, {nullptr, nullptr, 0, grid, block, shared, place}};
}

#endif
