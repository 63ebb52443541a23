// test_device.c: the device table, the kernels that OpenBLAS works with,
// and the speed of the machine.
#include <cblas.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/app.h"
#include "../../common/device.h"
#include "../../common/parallel.h"

Test(device, names)
{
    Device device;
    Error error = {""};
    setenv("CUDA_VISIBLE_DEVICES", "", 1);   // no card can be seen
    cr_assert(device_parse(&device, "auto", &error) && device == CPU);
    cr_assert(device_parse(&device, "cuda-sim", &error) && device == CUDA_SIM);
    cr_assert(!device_parse(&device, "gpu", &error));
    cr_assert(strstr(error.message, "--device gpu") != NULL, "%s", error.message);
}

Test(device, cpu_opens_and_absent_ones_say_why)
{
    Error error = {""};
    setenv("CUDA_VISIBLE_DEVICES", "", 1);
    cr_assert(device_open(CPU, &error));
    cr_assert(!device_open(CUDA, &error));
    cr_assert(!device_open(CUDA, NULL), "found when asked again");
    cr_assert_str_eq(cuda_state(CPU), "absent (fine)");
    cr_assert(strstr(error.message, "--device cuda") != NULL, "%s", error.message);
}

// Left to itself, OpenBLAS 0.3.21 takes Haswell's kernels on processors that it does not
// know, at half the speed that AVX-512 has.
Test(device, openblas_has_kernels_for_avx512)
{
#ifdef __x86_64__
    if (!__builtin_cpu_supports("avx512f") || getenv("OPENBLAS_CORETYPE")) return;
    const char *name = openblas_get_corename();
    const char *wide[] = {"SkylakeX", "Cooperlake", "Sapphirerapids"};
    bool known = false;
    for (int i = 0; i < 3; i++) known |= strcmp(name, wide[i]) == 0;
    cr_assert(known, "OpenBLAS uses kernels for %s", name);
#endif
}

Test(device, peak_is_a_speed)
{
    const double start = seconds_now(), peak = fma_peak(), seconds = seconds_now() - start;
    cr_assert(peak > 1e-3 && peak < 1e6, "%g GFLOP/s", peak);
    cr_assert(seconds < 60, "%g s", seconds);   // under an emulator on a busy machine too
    cr_assert(peak_so_far() == peak && fma_peak() >= peak, "a smaller peak");
}
