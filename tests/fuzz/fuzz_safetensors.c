/* Any bytes as a checkpoint: never a crash, a leak, a read past the end or a huge allocation; and a file
 * that is refused leaves the network as it was.
 *
 *     clang -fsanitize=fuzzer,address,undefined …; ./fuzz_safetensors -max_total_time=60 -max_len=2048
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../common/checkpoint.h"

enum { PARAMETERS = 2 };

static Params *network(void)
{
    Params *params = params_new(1, CPU);
    params_add(params, (Param){.name = "a", .shape = shape(2), .initialiser = ONE, .is_weight = true});
    params_add(params, (Param){.name = "b", .shape = shape(1, 3), .initialiser = ONE});
    params_ready(params);
    return params;
}

static bool untouched(const Params *params)
{
    for (int i = 0; i < PARAMETERS; i++) {
        const Tensor value = param_value(params, i);
        for (size_t k = 0; k < tensor_count(&value); k++) {
            if (reals(&value)[k] != 1) return false;
        }
    }
    return params->passes == 0;
}

static void load(const char *path, bool resume)
{
    Params *params = network();
    Optimizer adam = adam_new(params);
    Progress progress;
    Error error = {0};
    const bool ok = checkpoint_load(path, params, resume ? &adam : NULL, resume ? &progress : NULL, &error);
    if (ok == (error.message[0] != '\0') || (!ok && !untouched(params)) || strchr(error.message, '\n')) abort();
    optimizer_free(&adam);
    params_free(params);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    const int file = memfd_create("fuzz", 0);
    if (file < 0 || write(file, data, size) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    load(path, false);
    load(path, true);
    close(file);
    return 0;
}
