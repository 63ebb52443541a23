// stream.c: work in the order in which it was submitted, at once or when somebody waits for it.
#include <stdlib.h>
#include <string.h>

#include "../error.h"
#include "simulator.h"

void sim_order(SimOrder);   // block.c

typedef struct Item {
    struct Item *next;
    SimWork *run;
    _Alignas(16) char bytes[];
} Item;

static Item *first, **last = &first;
static bool asked, lazy;

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

void sim_submit(SimWork *run, const void *bytes, size_t size)
{
    if (!asked) ask_environment();
    if (!lazy) {
        run(bytes);
        return;
    }
    Item *item = allocate(1, sizeof *item + size);
    item->run = run;
    memcpy(item->bytes, bytes, size);
    *last = item;
    last = &item->next;
}

void sim_wait(void)
{
    while (first) {
        Item *item = first;
        first = item->next;
        if (!first) last = &first;
        item->run(item->bytes);
        free(item);
    }
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

void sim_submit_launch(const SimLaunch *launch)
{
    size_t size = sizeof(Packed) + launch->size;
    Packed *packed = allocate(1, size);
    packed->launch = *launch;
    memcpy(packed->arguments, launch->arguments, launch->size);
    sim_submit(run_packed, packed, size);
    free(packed);
}
