/* device.h: the table through which every tensor, kernel and graph reaches its device.
 *
 * A device is one Backend: how memory is had and moved, how a batch is best cut, and a pointer to
 * each kernel. Adding a device adds a table; no chapter, layer or graph changes.
 */
#ifndef DEVICE_H
#define DEVICE_H

#include "kernels.h"
#include "tensor.h"

typedef struct Backend {
    const char *name;                  // as in --device
    // Finds the device, once, before all else; false, with what is missing. NULL: always there.
    bool (*open)(Error *);
    const char *(*model)(void);        // "NVIDIA H200"; NULL: nothing to say
    size_t (*room)(void);              // bytes that are free; NULL: unknown
    void *(*allocate)(size_t bytes);   // cleared, aligned to 64 bytes; NULL when out of memory
    void (*release)(void *);
    void (*copy_in)(void *device, const void *host, size_t bytes);
    void (*copy_out)(void *host, const void *device, size_t bytes);
    void (*copy_within)(void *to, const void *from, size_t bytes);
    void (*clear)(void *, size_t bytes);
    // A step's work has been asked for: whoever let it wait begins now. NULL: nothing waits.
    void (*submit)(void);
    // A kernel call takes the whole batch, which the device itself cuts, and to read a result is to
    // wait; otherwise slice() says how many samples go through a segment of a graph together.
    bool whole_batch;
    int (*slice)(int batch);
    void (*for_parts)(int parts, void (*body)(void *env, int part), void *env);

#define KERNEL(name, where, parameters, arguments) void (*name) parameters;
#include "kernels.h"
} Backend;

extern const Backend cpu_backend;

const Backend *backend(Device);      // aborts for a device that this build does not have
// cpu, cuda, cuda-sim, or auto: cuda where it can be opened, else cpu
bool device_parse(Device *, const char *name, Error *);
bool device_open(Device, Error *);   // false, with the reason, where this build or machine lacks it
const char *device_name(Device);
// "NVIDIA H200" where it is in use, "not used" where nobody asked for it, "absent (fine)".
const char *cuda_state(Device in_use);

// "AVX-512", "OpenBLAS 0.3.21 (SkylakeX)": for the line that a program prints first.
const char *cpu_vectors(void);
const char *cpu_blas(void);

#endif
