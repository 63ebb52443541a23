// kernel.c: see kernel.h.
#include "kernel.h"

#include "host.h"

enum { EACH = sizeof(float) };

float *to_device(const float *numbers, int count)
{
    void *device;
    SimCopy copy = {NULL, numbers, (size_t)count * EACH, {__FILE__, __LINE__}};
    if (!sim_allocate(&device, copy.bytes)) test_is_broken("no memory");
    copy.to = device;
    sim_copy(&copy);
    return device;
}

void from_device(float *numbers, float *device, int count)
{
    SimCopy copy = {numbers, device, (size_t)count * EACH, {__FILE__, __LINE__}};
    sim_copy(&copy);
    sim_wait();
    sim_release(device);
}

void launch_from(SimPlace place, const char *kernel, SimSize grid, SimSize block,
                 void (*thread)(const void *arguments), const void *arguments, size_t size)
{
    SimLaunch launch = {kernel, thread, arguments, size, grid, block, 0, place};
    sim_submit_launch(&launch);
}
