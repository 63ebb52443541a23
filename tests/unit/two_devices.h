// two_devices.h: for tests of chapters: what is learned on the simulated card, and on a card where
// there is one, against what is learned on the CPU. Digits by chance stand for MNIST's.
#ifndef TWO_DEVICES_H
#define TWO_DEVICES_H

#include <criterion/criterion.h>
#include <math.h>

#include "../../common/data.h"
#include "../../common/device.h"
#include "sanitized.h"

static inline Dataset digits_by_chance(int count, uint64_t seed)
{
    Dataset d = {.count = count,
                 .inputs = tensor_new(CPU, U8, shape(count, 28, 28, 1)),
                 .targets = tensor_new(CPU, I32, shape(count))};
    for (size_t i = 0; i < tensor_count(&d.inputs); i++)
        bytes(&d.inputs)[i] = (uint8_t)((seed = seed * 6364136223846793005u + 1) >> 56);
    for (int n = 0; n < count; n++) ints(&d.targets)[n] = (n * 7 + 3) % 10;
    return d;
}

// learn writes `count` numbers: what came of learning on that device.
static inline void expect_alike_on_devices(const char *what, int count,
                                           void (*learn)(Device, double *found))
{
    enum { MOST = 256 };
    double cpu[MOST], other[MOST];
    Device devices[] = {CUDA_SIM, CUDA};
    int tried = 0;
    cr_assert(count <= MOST);
    if (usual_or_sanitized(false, true)) cr_skip_test("the sanitizers see the kernels one by one");
    learn(CPU, cpu);
    for (int k = 0; k < 2; k++) {
        if (!device_open(devices[k], NULL)) continue;
        tried++;
        learn(devices[k], other);
        for (int i = 0; i < count; i++)
            cr_assert(fabs(other[i] - cpu[i]) <= 1e-3 * fmax(1, fabs(cpu[i])),
                      "%s, number %d: %g on %s, %g on the CPU", what, i, other[i],
                      device_name(devices[k]), cpu[i]);
    }
    if (!tried) cr_skip_test("no C++ compiler and no card");
}

#endif
