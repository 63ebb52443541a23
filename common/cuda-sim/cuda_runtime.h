/* cuda_runtime.h: the words of CUDA as a C++ compiler understands them, and those functions of
 * NVIDIA's runtime that the project calls, for the simulated device.
 *
 * A lesser CUDA: one stream, of atomics and warps' functions the most usual, no textures. What is
 * missing does not compile.
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
// One block runs at a time. What the checker watches lies where it finds it.
#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined(__SANITIZE_THREAD__) || __has_feature(thread_sanitizer)
#define __shared__ static __attribute__((section("sim_shared_arrays")))
#else
#define __shared__ static
#endif

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

struct alignas(8) float2 { float x, y; };
struct alignas(16) float4 { float x, y, z, w; };
inline float2 make_float2(float x, float y) { return {x, y}; }
inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }

#define SIM_INLINE inline __attribute__((always_inline))
SIM_INLINE int atomicAdd(int *place, int value) { return sim_add_int(place, value); }
SIM_INLINE unsigned atomicAdd(unsigned *place, unsigned value)
{
    return sim_add_unsigned(place, value);
}
SIM_INLINE float atomicAdd(float *place, float value) { return sim_add_float(place, value); }
SIM_INLINE double atomicAdd(double *place, double value) { return sim_add_double(place, value); }

/* ---- Warps ------------------------------------------------------------------------------------*/

const int warpSize = SIM_WARP;

// What lane `from` brings; a lane that has nobody there hears itself.
template <class T>
T sim_shuffle(const char *name, unsigned lanes, T value, int from, SimPlace place)
{
    static_assert(sizeof(T) <= sizeof(uint64_t), "a shuffle is of 8 bytes at most");
    uint64_t sent = 0;
    memcpy(&sent, &value, sizeof value);
    sent = sim_meet(name, lanes, sent, from, place).value;
    memcpy(&value, &sent, sizeof value);
    return value;
}

// The warp is cut into groups of `width` lanes, a power of two.
inline int sim_group(int width) { return sim_lane() & -width; }

template <class T>
T __shfl_sync(unsigned lanes, T value, int lane, int width = SIM_WARP, SimPlace place = sim_here())
{
    int from = sim_group(width) + (lane & (width - 1));
    return sim_shuffle("__shfl_sync", lanes, value, from, place);
}
template <class T>
T __shfl_up_sync(unsigned lanes, T value, unsigned delta, int width = SIM_WARP,
                 SimPlace place = sim_here())
{
    int me = sim_lane(), from = me - (int)delta;
    return sim_shuffle("__shfl_up_sync", lanes, value, from < sim_group(width) ? me : from, place);
}
template <class T>
T __shfl_down_sync(unsigned lanes, T value, unsigned delta, int width = SIM_WARP,
                   SimPlace place = sim_here())
{
    int me = sim_lane(), from = me + (int)delta;
    return sim_shuffle("__shfl_down_sync", lanes, value,
                       from >= sim_group(width) + width ? me : from, place);
}
template <class T>
T __shfl_xor_sync(unsigned lanes, T value, int bits, int width = SIM_WARP,
                  SimPlace place = sim_here())
{
    int me = sim_lane(), from = me ^ bits;
    return sim_shuffle("__shfl_xor_sync", lanes, value,
                       from >= sim_group(width) + width ? me : from, place);
}
inline unsigned __ballot_sync(unsigned lanes, int yes, SimPlace place = sim_here())
{
    return sim_meet("__ballot_sync", lanes, yes != 0, sim_lane(), place).votes;
}
inline void __syncwarp(unsigned lanes = ~0u, SimPlace place = sim_here())
{
    sim_meet("__syncwarp", lanes, 0, -1, place);
}

/* ---- The runtime ------------------------------------------------------------------------------*/

enum cudaError_t {
    cudaSuccess,
    cudaErrorInvalidValue,
    cudaErrorMemoryAllocation,
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
                                       "invalid copy direction for memcpy", "no device",
                                       "the driver is too old",
                                       "operation not permitted when stream is capturing"};
    return text[error];
}

// There is always one device.
inline cudaError_t cudaGetDeviceCount(int *count) { return *count = 1, cudaSuccess; }
enum { CUDART_VERSION = 13000 };
inline cudaError_t cudaDriverGetVersion(int *version) { return *version = 13000, cudaSuccess; }
inline cudaError_t cudaRuntimeGetVersion(int *version)
{
    return *version = CUDART_VERSION, cudaSuccess;
}
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
inline cudaError_t cudaDeviceSynchronize() { return cudaStreamSynchronize(nullptr); }
inline cudaError_t cudaMemGetInfo(size_t *free, size_t *total)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    *free = page * (size_t)sysconf(_SC_AVPHYS_PAGES);
    *total = page * (size_t)sysconf(_SC_PHYS_PAGES);
    return cudaSuccess;
}

template <class T> cudaError_t cudaMalloc(T **address, size_t bytes)
{
    if (sim_recording()) return sim_error(cudaErrorStreamCaptureUnsupported);
    bool had = sim_allocate((void **)address, bytes);
    return had ? cudaSuccess : sim_error(cudaErrorMemoryAllocation);
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

inline cudaError_t cudaMemcpyAsync(void *to, const void *from, size_t bytes, cudaMemcpyKind kind,
                                   cudaStream_t = nullptr, SimPlace place = sim_here())
{
    bool to_device = kind == cudaMemcpyHostToDevice || kind == cudaMemcpyDeviceToDevice;
    bool from_device = kind == cudaMemcpyDeviceToHost || kind == cudaMemcpyDeviceToDevice;
    if (bytes == 0) return cudaSuccess;
    if (sim_is_device(to, 1) != to_device || sim_is_device(from, 1) != from_device)
        return sim_error(cudaErrorInvalidMemcpyDirection);
    if ((to_device && !sim_is_device(to, bytes)) || (from_device && !sim_is_device(from, bytes)))
        return sim_error(cudaErrorInvalidValue);
    sim_so_far.copies_in += kind == cudaMemcpyHostToDevice;
    SimCopy copy = {to, from, bytes, place};
    return sim_submit(sim_copy, &copy, sizeof copy), cudaSuccess;
}

inline cudaError_t cudaMemcpy(void *to, const void *from, size_t bytes, cudaMemcpyKind kind,
                              SimPlace place = sim_here())
{
    cudaError_t error = cudaMemcpyAsync(to, from, bytes, kind, nullptr, place);
    return error == cudaSuccess ? cudaDeviceSynchronize() : error;
}

inline cudaError_t cudaMemsetAsync(void *to, int value, size_t bytes, cudaStream_t = nullptr,
                                   SimPlace place = sim_here())
{
    if (bytes && !sim_is_device(to, bytes)) return sim_error(cudaErrorInvalidValue);
    SimFill fill = {to, value, bytes, place};
    return sim_submit(sim_fill, &fill, sizeof fill), cudaSuccess;
}
inline cudaError_t cudaMemset(void *to, int value, size_t bytes, SimPlace place = sim_here())
{
    return cudaMemsetAsync(to, value, bytes, nullptr, place);
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
template <class T> void sim_check_argument(T argument, const SimLaunch *launch)
{
    if constexpr (std::is_pointer_v<T>)
        if (argument && !sim_is_device((const void *)argument, 0))
            sim_fail("kernel %s is given %p, which is no memory of the device, at %s:%d",
                     launch->name, (const void *)argument, launch->place.file,
                     launch->place.line);
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
        (sim_check_argument(arguments, &launch), ...);
        launch.thread = thread;
        launch.arguments = &call;
        launch.size = sizeof call;
        sim_submit_launch(&launch);
    }
};

template <class... P>
SimKernel<P...> sim_kernel(const char *name, void (*kernel)(P...), dim3 grid, dim3 block,
                           size_t shared = 0, cudaStream_t = nullptr, SimPlace place = sim_here())
{
    return {kernel, {name, nullptr, nullptr, 0, grid, block, shared, place}};
}

#endif
