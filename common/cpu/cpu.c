// The device "cpu": how its memory is had, and the table of its kernels.
#include "cpu.h"

#include <stdlib.h>
#include <string.h>

#include "../device.h"

static void *cpu_allocate(size_t size)
{
    size_t rounded = (size / 64 + 1) * 64;   // whole cache lines; at least one
    void *memory = aligned_alloc(64, rounded);
    return memory ? memset(memory, 0, rounded) : NULL;
}

static void cpu_copy(void *to, const void *from, size_t size) { memcpy(to, from, size); }
static void cpu_clear(void *memory, size_t size) { memset(memory, 0, size); }

// Four samples keep a convolution's data in the second-level cache; beyond 64 slices they only cost
// memory, for each holds gradients of its own.
static int cpu_slice(int batch) { return batch <= 4 * 64 ? 4 : (batch + 63) / 64; }

const Backend cpu_backend = {
    .name = "cpu",
    .allocate = cpu_allocate,
    .release = free,
    .copy_in = cpu_copy,
    .copy_out = cpu_copy,
    .copy_within = cpu_copy,
    .clear = cpu_clear,
    .slice = cpu_slice,
    .for_parts = for_parts,
#define KERNEL(name, where, parameters, arguments) .name = name##_cpu,
#include "../kernels.h"
};
