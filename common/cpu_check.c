/* cpu_check.c: a program that was built for another processor says so, instead of dying of SIGILL.
 *
 * The Makefile compiles this file without ARCH. It runs before anything else of the program.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "cpu_features.h"

#ifdef __x86_64__

// The first instruction that this build may use and this processor lacks; NULL where there is none.
static const char *missing_feature(void)
{
    const bool *needed = cpu_needs;
    __builtin_cpu_init();
#define LOOK_FOR(macro, name) \
    if (*needed++ && !__builtin_cpu_supports(name)) return name;
    CPU_FEATURES(LOOK_FOR)
    return NULL;
}

// 101 is the earliest place that is not the compiler's own.
__attribute__((constructor(101))) static void check_cpu(void)
{
    const char *feature = missing_feature();
    if (!feature) return;
    fprintf(stderr, "%s: built for another processor: this one has no %s; make builds it anew\n",
            program_invocation_short_name, feature);
    _exit(1);
}

#endif
