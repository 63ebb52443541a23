// report.c: what is said of a fault, and where in the source it lies.
#define _GNU_SOURCE
#include "report.h"

#include <link.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "block.h"

/* ---- Where ------------------------------------------------------------------------------------*/

SimText size_text(SimSize at, SimSize of)
{
    SimText t;
    if (of.y == 1 && of.z == 1) snprintf(t.text, sizeof t.text, "%u", at.x);
    else if (of.z == 1) snprintf(t.text, sizeof t.text, "(%u, %u)", at.x, at.y);
    else snprintf(t.text, sizeof t.text, "(%u, %u, %u)", at.x, at.y, at.z);
    return t;
}

SimText thread_text(int thread)
{
    unsigned n = (unsigned)thread;
    SimSize at = {n % blockDim.x, n / blockDim.x % blockDim.y, n / (blockDim.x * blockDim.y)};
    return size_text(at, blockDim);
}

// The program comes first, and where it was loaded is all that is asked.
static int take_base(struct dl_phdr_info *info, size_t size, void *base)
{
    (void)size;
    *(uintptr_t *)base = info->dlpi_addr;
    return 1;
}

static SimPlace parsed(char *line)
{
    char *colon = strrchr(line, ':'), *file = line, here[1024];
    if (!colon) return (SimPlace){"an unknown line", 0};
    *colon = '\0';
    size_t length = getcwd(here, sizeof here) ? strlen(here) : 0;
    if (length && strncmp(file, here, length) == 0 && file[length] == '/') file += length + 1;
    return (SimPlace){file, atoi(colon + 1)};
}

// addr2line names the line, then those of the functions into which it was inlined: the first that
// is not in the simulator's own header is the reader's.
SimPlace place_of_code(const void *code)
{
    static char lines[2][1200];
    static int which;
    char command[200], *line = lines[which ^= 1];
    uintptr_t base = 0;
    dl_iterate_phdr(take_base, &base);
    snprintf(command, sizeof command, "addr2line -i -e /proc/%d/exe 0x%lx 2>/dev/null",
             (int)getpid(), (unsigned long)((uintptr_t)code - base) - 1);   // not behind the call
    FILE *answer = popen(command, "r");
    line[0] = '\0';
    while (answer && fgets(line, sizeof lines[0], answer))
        if (!strstr(line, "cuda_runtime.h")) break;
    if (answer) pclose(answer);
    return parsed(line);
}

/* ---- What -------------------------------------------------------------------------------------*/

static void say(const char *before, const char *format, va_list arguments)
{
    fputs(before, stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void (*sim_on_fault)(const char *kind);

void report_fault(const char *kind, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (sim_on_fault) sim_on_fault(kind);
    fflush(stdout);
    say("cuda-sim: ", format, arguments);
    va_end(arguments);
}

void report_kernel(void)
{
    if (sim_block.present < 0) return;
    const SimLaunch *launch = sim_block.launch;
    fprintf(stderr, "    kernel %s, block %s, launched at %s:%d\n", launch->name,
            size_text(blockIdx, gridDim).text, launch->place.file, launch->place.line);
}

void report_thread(const char *block, const char *thread, const char *does, SimPlace place)
{
    fprintf(stderr, "    thread %s%s%s %s at %s:%d\n", thread, block ? " of block " : "",
            block ? block : "", does, place.file, place.line);
}

void report_place(const char *what, SimPlace place)
{
    fprintf(stderr, "    %s at %s:%d\n", what, place.file, place.line);
}

void report_end(const char *advice)
{
    if (advice) fprintf(stderr, "    %s\n", advice);
    abort();
}

void report_wait(int thread, const char *name, SimPlace place, const char *format, ...)
{
    char does[40];
    va_list arguments;
    va_start(arguments, format);
    become(thread);
    report_fault("barrier", "threads that do not meet");
    report_kernel();
    snprintf(does, sizeof does, "is in %s()", name);
    report_thread(NULL, thread_text(thread).text, does, place);
    say("    ", format, arguments);
    va_end(arguments);
    abort();
}

void sim_fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (sim_on_fault) sim_on_fault("launch");
    fflush(stdout);
    say("cuda-sim: ", format, arguments);
    va_end(arguments);
    report_kernel();
    if (sim_block.present >= 0)
        fprintf(stderr, "    thread %s\n", thread_text(sim_block.present).text);
    abort();
}
