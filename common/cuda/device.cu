// The device "cuda": how its memory is had, and the table of its kernels.
#include <string.h>

#include "queue.h"

namespace card {

cudaStream_t stream;

// What the runtime says of the call before. A kernel's own failure shows at a later call.
void check(cudaError_t error, const char *what)
{
    CHECK(error == cudaSuccess, "%s on %s: %s", what, device_name(DEVICE),
          cudaGetErrorString(error));
}

bool allocated(cudaError_t error)
{
    if (error == cudaErrorMemoryAllocation) cudaGetLastError();   // known, and forgotten here
    else check(error, "taking memory, or a kernel before it,");
    return error == cudaSuccess;
}

/* ---- Finding the card -------------------------------------------------------------------------*/

enum { OLDEST_MAJOR = 7, OLDEST_MINOR = 5 };   // compute capability that cuda.mk compiles for

// Versions are 1000 times the major number and ten times the minor one.
static bool no_driver_for_it(Error *error)
{
    int driver = 0, ours = 0;
    cudaDriverGetVersion(&driver);
    cudaRuntimeGetVersion(&ours);
    if (driver == 0) return fail(error, "no driver for an NVIDIA card");
    return fail(error, "the driver is for CUDA %d.%d, this program for %d.%d; update the driver",
                driver / 1000, driver % 1000 / 10, ours / 1000, ours % 1000 / 10);
}

static int attribute(cudaDeviceAttr which)
{
    int value = 0;
    cudaDeviceGetAttribute(&value, which, 0);
    return value;
}

static __global__ void nothing() {}   // code that the card, or its driver, must accept

static cudaError_t try_card()
{
    cudaError_t error = cudaStreamCreate(&stream);
    if (error != cudaSuccess) return error;
    nothing<<<1, 1, 0, stream>>>();
    error = cudaGetLastError();
    return error == cudaSuccess ? cudaStreamSynchronize(stream) : error;
}

static bool find_card(Error *error)
{
    int cards = 0;
    cudaError_t found = cudaGetDeviceCount(&cards);
    if (found == cudaErrorInsufficientDriver) return no_driver_for_it(error);
    if (found == cudaErrorNoDevice || (found == cudaSuccess && cards == 0))
        return fail(error, "no NVIDIA card, or none that may be seen");
    if (found != cudaSuccess) return fail(error, "%s", cudaGetErrorString(found));
    int major = attribute(cudaDevAttrComputeCapabilityMajor);
    int minor = attribute(cudaDevAttrComputeCapabilityMinor);
    if (major * 10 + minor < OLDEST_MAJOR * 10 + OLDEST_MINOR)
        return fail(error, "the card has compute capability %d.%d, expected %d.%d or more", major,
                    minor, OLDEST_MAJOR, OLDEST_MINOR);
    cudaError_t tried = try_card();
    return tried == cudaSuccess ||
           fail(error, "the card does not run this program: %s", cudaGetErrorString(tried));
}

static bool open_card(Error *error)
{
    bool found = find_card(error);
    cudaGetLastError();   // what was refused is said, and forgotten here
    return found;
}

static const char *model()
{
    static cudaDeviceProp card;
    return cudaGetDeviceProperties(&card, 0) == cudaSuccess ? card.name : "present";
}

static size_t room()
{
    size_t free = 0, total = 0;
    check(cudaMemGetInfo(&free, &total), "asking for free memory");
    return free;
}

/* ---- Memory -----------------------------------------------------------------------------------*/

static void *allocate_cleared(size_t bytes)
{
    void *memory;
    if (!allocated(cudaMalloc(&memory, bytes ? bytes : 1))) return NULL;
    check(cudaMemsetAsync(memory, 0, bytes, stream), "clearing memory");
    return memory;
}

static void release(void *memory)
{
    queue_run();   // what waits may need it
    check(cudaFree(memory), "giving memory back");
}

static void wait_for_all(const char *what) { check(cudaStreamSynchronize(stream), what); }

// The caller may write over its memory as soon as copy_in returns, when the device has not copied
// yet. So it copies from here, where what comes next lies behind; at the end the host waits once.
enum { STAGING = 8 << 20 };
static char *staging;   // memory of the host that the device can read by itself
static size_t staged;

static char *stage(const void *from, size_t bytes)
{
    if (!staging) check(cudaMallocHost((void **)&staging, STAGING), "memory for copies");
    if (staged + bytes > STAGING) {
        wait_for_all("a copy to the device, or a kernel before it,");
        staged = 0;
    }
    char *place = staging + staged;
    staged += bytes;
    memcpy(place, from, bytes);
    return place;
}

static void copy_in(void *to, const void *from, size_t bytes)
{
    queue_run();
    for (size_t done = 0; done < bytes; done += STAGING) {
        size_t some = bytes - done < STAGING ? bytes - done : (size_t)STAGING;
        const char *source = stage((const char *)from + done, some);
        check(cudaMemcpyAsync((char *)to + done, source, some, cudaMemcpyHostToDevice, stream),
              "a copy");
    }
}

static void copy_out(void *to, const void *from, size_t bytes)
{
    queue_run();
    check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, stream), "a copy");
    wait_for_all("a copy from the device, or a kernel before it,");
    staged = 0;   // all that was staged is copied, too
}

static void copy_now(void *to, const void *from, size_t bytes)
{
    check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToDevice, stream), "a copy");
}
static void copy_within(void *to, const void *from, size_t bytes)
{
    later("a copy", copy_now, to, from, bytes);
}

static void clear_now(void *memory, size_t bytes)
{
    check(cudaMemsetAsync(memory, 0, bytes, stream), "clearing memory");
}
static void clear(void *memory, size_t bytes) { later("clearing", clear_now, memory, bytes); }

// What the graph has to cut, it does not cut: the device takes the whole batch.
static void one_by_one(int parts, void (*body)(void *env, int part), void *env)
{
    for (int part = 0; part < parts; part++) body(env, part);
}

/* ---- The table --------------------------------------------------------------------------------*/

// Each kernel of the table waits in the queue.
#define WITHOUT_BRACKETS(...) __VA_ARGS__
#define KERNEL(name, where, parameters, arguments)                                                 \
    static void name##_later parameters                                                            \
    {                                                                                              \
        later(#name, name##_cuda, WITHOUT_BRACKETS arguments);                                     \
    }
#include "../kernels.h"

}   // namespace card

using namespace card;

extern "C" const Backend cuda_backend = {
    DEVICE == CUDA ? "cuda" : "cuda-sim",
    open_card,
    model,
    room,
    allocate_cleared,
    release,
    copy_in,
    copy_out,
    copy_within,
    clear,
    queue_run,   // submit
    true,        // whole_batch
    NULL,        // slice
    one_by_one,
#define KERNEL(name, where, parameters, arguments) name##_later,
#include "../kernels.h"
};
