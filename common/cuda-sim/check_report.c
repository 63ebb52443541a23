// check_report.c: what the checker says.
#include <stdio.h>

#include "check.h"
#include "report.h"

extern char __executable_start[];

static const char *kind(const Memory *m) { return m->shared ? "shared" : "device"; }

static const char *doing(const Access *a, bool write)
{
    return a->atomic ? "adds atomically" : write ? "writes" : "reads";
}

static void say_access(const Access *a, bool write, bool with_block)
{
    SimText block = size_text(block_of(a), gridDim);
    report_thread(with_block ? block.text : NULL, thread_text(a->thread).text, doing(a, write),
                  place_of_code(__executable_start + a->code));
}

static const char *advice(const Access *a, const Access *b)
{
    if (of_another_block(a)) return "Within a launch, no block waits for another.";
    if (a->thread / SIM_WARP != b->thread / SIM_WARP) return "No __syncthreads() lies between.";
    return "Neither __syncthreads() nor __syncwarp() lies between.";
}

void report_race(const Memory *m, const Access *before, bool wrote, const Visit *v)
{
    bool with_block = of_another_block(before);
    report_fault("race", "a race for %zu bytes of %s memory", v->size, kind(m));
    report_kernel();
    say_access(before, wrote, with_block);
    say_access(&v->access, v->write, with_block);
    report_end(advice(before, &v->access));
}

void report_unwritten(const Memory *m, const Visit *v)
{
    report_fault("unwritten", "%zu bytes of %s memory are read, where nobody has written", v->size,
                 kind(m));
    report_kernel();
    say_access(&v->access, false, false);
    if (m->copied.bytes && m->copied.bytes < m->bytes) {
        char text[100];
        snprintf(text, sizeof text, "%zu of its %zu bytes were copied", m->copied.bytes, m->bytes);
        report_place(text, m->copied.place);
    }
    report_end(NULL);
}

void report_no_memory(const Visit *v)
{
    report_fault("outside", "%zu bytes that are not the device's", v->size);
    report_kernel();
    say_access(&v->access, v->write, false);
    report_end("They are the host's, were given back, or lie beyond the end.");
}
