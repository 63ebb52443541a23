// memory.c: device memory is the host's, of exactly the size that was asked for; under
// AddressSanitizer it is poisoned while the host runs, so that a host which looks there dies at
// that line. So is what a copy brings to the host, until the host has waited.
#include <stdlib.h>
#include <string.h>

#include "../error.h"
#include "check.h"
#include "poison.h"

static Memory **pieces;
static int count;

bool sim_allocate(void **address, size_t bytes)
{
    Memory **longer = realloc(pieces, ((size_t)count + 1) * sizeof *pieces);
    if (longer) pieces = longer;
    if (!longer || posix_memalign(address, 256, bytes ? bytes : 1)) return false;
    memset(*address, 0xFF, bytes);
    sim_so_far.allocations++;
    Memory *m = allocate(1, sizeof *m);
    *m = (Memory){.hidden = ~(uintptr_t)*address, .bytes = bytes};
    memory_watch(m);
    pieces[count++] = m;
    ASAN_POISON_MEMORY_REGION(*address, bytes);
    return true;
}

bool sim_release(void *address)
{
    for (int i = 0; i < count; i++) {
        if (address_of(pieces[i]) != address) continue;
        ASAN_UNPOISON_MEMORY_REGION(address, pieces[i]->bytes);
        free(address);
        memory_forget(pieces[i]);
        free(pieces[i]);
        pieces[i] = pieces[--count];
        if (count == 0) free(pieces), pieces = NULL;   // so that no leak is seen at the end
        return true;
    }
    return false;
}

Memory *device_memory(const void *address, size_t bytes)
{
    const char *first = address;
    for (int i = 0; i < count; i++) {
        const char *piece = address_of(pieces[i]);
        if (first >= piece && first + bytes <= piece + pieces[i]->bytes) return pieces[i];
    }
    return NULL;
}

bool sim_is_device(const void *address, size_t bytes)
{
    return device_memory(address, bytes) != NULL;
}

void sim_expose(bool yes)
{
    for (int i = 0; i < count; i++) {
        if (yes) ASAN_UNPOISON_MEMORY_REGION(address_of(pieces[i]), pieces[i]->bytes);
        else ASAN_POISON_MEMORY_REGION(address_of(pieces[i]), pieces[i]->bytes);
    }
}

/* ---- Copies -----------------------------------------------------------------------------------*/

// What copies have brought to the host, which has not waited since.
enum { COPIES = 64 };
static SimCopy under_way[COPIES];
static int copies;

static void to_host(const SimCopy *copy)
{
    if (copies == COPIES) return;   // the host may look there too early, unseen
    under_way[copies++] = *copy;
    ASAN_POISON_MEMORY_REGION(copy->to, copy->bytes);
}

void copies_arrived(void)
{
    while (copies > 0) {
        copies--;
        ASAN_UNPOISON_MEMORY_REGION(under_way[copies].to, under_way[copies].bytes);
    }
}

const SimCopy *copy_under_way(const void *address)
{
    for (int i = 0; i < copies; i++)
        if ((size_t)((const char *)address - (char *)under_way[i].to) < under_way[i].bytes)
            return &under_way[i];
    return NULL;
}

void sim_written(void *first, size_t bytes)
{
    SimCopy copy = {.to = first, .bytes = bytes};
    memory_copied(device_memory(first, bytes), &copy, NULL);
}

void sim_copy(const void *copy)
{
    const SimCopy *c = copy;
    Memory *to = device_memory(c->to, c->bytes), *from = device_memory(c->from, c->bytes);
    sim_expose(true);
    memmove(c->to, c->from, c->bytes);
    sim_expose(false);
    if (to) memory_copied(to, c, from);
    else to_host(c);
}

void sim_fill(const void *fill)
{
    const SimFill *f = fill;
    sim_expose(true);
    memset(f->to, f->value, f->bytes);
    sim_expose(false);
    SimCopy as_copy = {f->to, NULL, f->bytes, f->place};
    memory_copied(device_memory(f->to, f->bytes), &as_copy, NULL);
}
