#include "device.h"

#include <cblas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "simd.h"

// A table that is not linked has no address: a build has the devices whose objects it was given.
extern const Backend cuda_backend __attribute__((weak));
extern const Backend cuda_sim_backend __attribute__((weak));
extern const Backend far_backend __attribute__((weak));

static const char *const names[DEVICES] = {"cpu", "cuda", "cuda-sim", "far"};
static const Backend *const backends[DEVICES] = {&cpu_backend, &cuda_backend, &cuda_sim_backend,
                                                 &far_backend};

const Backend *backend(Device device)
{
    CHECK(device < DEVICES && backends[device], "no device %d in this build", device);
    return backends[device];
}

const char *device_name(Device device) { return device < DEVICES ? names[device] : "unknown"; }

bool device_parse(Device *device, const char *name, Error *error)
{
    if (strcmp(name, "auto") == 0) {
        *device = device_open(CUDA, NULL) ? CUDA : CPU;
        return true;
    }
    for (int i = 0; i < DEVICES; i++) {
        if (strcmp(name, names[i]) == 0) {
            *device = (Device)i;
            return true;
        }
    }
    return fail(error, "--device %s: not one of cpu, cuda, cuda-sim, auto", name);
}

// What a build lacks that has no kernels for the device.
static const char *missing_tool(Device device)
{
    return device == CUDA       ? "make found no nvcc, NVIDIA's compiler"
           : device == CUDA_SIM ? "make found no C++ compiler"
                                : "it is for tests";
}

// A device is asked once whether it is there: what it answers stays.
static struct {
    bool asked, opened;
    Error refusal;
} answers[DEVICES];

static bool ask(Device device)
{
    if (!answers[device].asked) {
        answers[device].asked = true;
        answers[device].opened =
            !backends[device]->open || backends[device]->open(&answers[device].refusal);
    }
    return answers[device].opened;
}

bool device_open(Device device, Error *error)
{
    if (!backends[device])
        return fail(error, "--device %s: this build has no kernels for it, for %s; --device cpu "
                    "works everywhere",
                    device_name(device), missing_tool(device));
    return ask(device) || fail(error, "--device %s: %s; --device cpu works everywhere",
                               device_name(device), answers[device].refusal.message);
}

const char *cuda_state(Device in_use)
{
    if (in_use == CUDA) return backends[CUDA]->model();
    bool may_be_there = backends[CUDA] && (!answers[CUDA].asked || answers[CUDA].opened);
    return may_be_there ? "not used" : "absent (fine)";
}

const char *cpu_vectors(void)
{
#if defined(__AVX512F__)
    return "AVX-512";
#elif defined(__AVX2__)
    return "AVX2";
#elif defined(__AVX__)
    return "AVX";
#elif defined(__aarch64__)
    return "NEON";
#else
    return "SSE2";
#endif
}

/* OpenBLAS 0.3.21 takes kernels for Haswell on processors that it does not know, at half the speed.
 * It chooses before main(), when a setenv of ours comes too late; so where the processor has
 * AVX-512 and the reader has not chosen, we let it choose again. The three functions are not in its
 * header, and a build of OpenBLAS for a single processor lacks them: hence weak.
 */
extern void gotoblas_dynamic_init(void) __attribute__((weak));
extern void gotoblas_dynamic_quit(void) __attribute__((weak));

__attribute__((constructor)) static void choose_blas_kernels(void)
{
#ifdef __x86_64__
    if (!gotoblas_dynamic_init || !gotoblas_dynamic_quit || getenv("OPENBLAS_CORETYPE")) return;
    if (!__builtin_cpu_supports("avx512f") || strcmp(openblas_get_corename(), "Haswell") != 0)
        return;
    gotoblas_dynamic_quit();
    setenv("OPENBLAS_CORETYPE", "SkylakeX", 1);
    gotoblas_dynamic_init();
    unsetenv("OPENBLAS_CORETYPE");
#endif
}

const char *cpu_blas(void)
{
    static char text[64];
    char version[32] = "";
    sscanf(openblas_get_config(), "%*s %31s", version);
    snprintf(text, sizeof text, "OpenBLAS %s (%s)", version, openblas_get_corename());
    return text;
}
