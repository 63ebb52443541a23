// stream.c: work in the order in which it was submitted, at once or when somebody waits for it; and
// recordings of it.
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "../error.h"
#include "check.h"

void sim_order(SimOrder);   // block.c

typedef struct Item {
    struct Item *next;
    SimWork *run;
    size_t size;
    _Alignas(16) char bytes[];
} Item;

struct SimGraph {
    Item *first, **last;
};

static Item *first, **last = &first;
static SimGraph *recording;
static bool asked, lazy;
SimCounts sim_so_far;

SimCounts sim_counts(void) { return sim_so_far; }

void sim_settings(SimOrder order, bool late)
{
    asked = true;
    sim_wait();
    sim_order(order);
    lazy = late;
}

static void ask_environment(void)
{
    static const char *const names[SIM_ORDERS] = {"forward", "reverse", "random"};
    const char *order = getenv("CUDA_SIM_ORDER"), *late = getenv("CUDA_SIM_LAZY");
    asked = true;
    lazy = late && strcmp(late, "1") == 0;
    for (int i = 0; order && i < SIM_ORDERS; i++)
        if (strcmp(order, names[i]) == 0) sim_order((SimOrder)i);
}

// At the end of a list, of which `end` points to the last link.
static void append(Item ***end, SimWork *run, const void *bytes, size_t size)
{
    Item *item = allocate(1, sizeof *item + size);
    item->run = run;
    item->size = size;
    memcpy(item->bytes, bytes, size);
    **end = item;
    *end = &item->next;
}

void sim_submit(SimWork *run, const void *bytes, size_t size)
{
    if (!asked) ask_environment();
    if (recording) append(&recording->last, run, bytes, size);
    else if (lazy) append(&last, run, bytes, size);
    else run(bytes);
}

/* ---- Recordings -------------------------------------------------------------------------------*/

bool sim_recording(void) { return recording != NULL; }

bool sim_record(void)
{
    if (recording) return false;
    recording = allocate(1, sizeof *recording);
    recording->last = &recording->first;
    return true;
}

SimGraph *sim_recorded(void)
{
    SimGraph *graph = recording;
    recording = NULL;
    return graph;
}

void sim_submit_graph(const SimGraph *graph)
{
    sim_so_far.recordings++;
    for (const Item *item = graph->first; item; item = item->next)
        sim_submit(item->run, item->bytes, item->size);
}

void sim_graph_free(SimGraph *graph)
{
    while (graph && graph->first) {
        Item *item = graph->first;
        graph->first = item->next;
        free(item);
    }
    free(graph);
}

/* ---- Waiting ----------------------------------------------------------------------------------*/

void sim_wait(void)
{
    sim_so_far.waits++;
    while (first) {
        Item *item = first;
        first = item->next;
        if (!first) last = &first;
        item->run(item->bytes);
        free(item);
    }
    copies_arrived();
}

// A launch, and behind it its arguments.
typedef struct Packed {
    SimLaunch launch;
    _Alignas(16) char arguments[];
} Packed;

static void run_packed(const void *bytes)
{
    const Packed *packed = bytes;
    SimLaunch launch = packed->launch;
    launch.arguments = packed->arguments;
    sim_run(&launch);
}

// What a card refuses, with an error that a program may never ask for.
static void check_size(const SimLaunch *l)
{
    SimSize g = l->grid, b = l->block;
    size_t threads = (size_t)b.x * b.y * b.z, blocks = (size_t)g.x * g.y * g.z;
    if (threads == 0 || threads > SIM_THREADS || b.z > 64)
        sim_fail("kernel %s is given %zu threads a block, and a block has %d at most, at %s:%d",
                 l->name, threads, SIM_THREADS, l->place.file, l->place.line);
    if (blocks == 0 || blocks > INT_MAX || g.y > 65535 || g.z > 65535)
        sim_fail("kernel %s is given %u x %u x %u blocks, and a grid has 65,535 at most along y "
                 "and z, at %s:%d", l->name, g.x, g.y, g.z, l->place.file, l->place.line);
    if (l->shared > SIM_SHARED)
        sim_fail("kernel %s is given %zu bytes of shared memory, and a block has %d at most, at "
                 "%s:%d", l->name, l->shared, SIM_SHARED, l->place.file, l->place.line);
}

void sim_submit_launch(const SimLaunch *launch)
{
    check_size(launch);
    size_t size = sizeof(Packed) + launch->size;
    if (!recording) sim_so_far.kernels++;
    Packed *packed = allocate(1, size);
    packed->launch = *launch;
    memcpy(packed->arguments, launch->arguments, launch->size);
    sim_submit(run_packed, packed, size);
    free(packed);
}
