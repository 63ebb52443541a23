/* addresses.c: with too few addresses (ulimit -v) a program says so, instead of waiting for ever.
 *
 * OpenBLAS asks for some hundred megabytes of addresses before main(), and where it gets none it
 * asks again, and again. What stands in .preinit_array runs before the libraries do.
 */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const unsigned MEGABYTES =
    400;   // with 300 it still waits; the programs themselves use less

static void check_addresses(int count, char **arguments)
{
    (void)count;
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return;
    if (limit.rlim_cur >= (rlim_t)MEGABYTES << 20) return;
    const char *slash = strrchr(arguments[0], '/');
    fprintf(
        stderr,
        "%s: ulimit -v allows %llu MB of addresses; OpenBLAS waits for ever with less than %u\n",
        slash ? slash + 1 : arguments[0], (unsigned long long)(limit.rlim_cur >> 20), MEGABYTES);
    _exit(1);
}

__attribute__((section(".preinit_array"), used)) static void (*const run_first)(int, char **) =
    check_addresses;
