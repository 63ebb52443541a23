/* check.c: two threads at the same memory.
 *
 * The compiler calls us before each access of a kernel (instrument.c). Accesses of two threads to
 * the same bytes, one of them a write, are a race, unless
 *
 *     a __syncthreads lies between them, and they are of one block;
 *     a __syncwarp lies between them, and they are of one warp;
 *     they are of two launches;
 *     both are atomic.
 *
 * So the order in which the simulator gives turns hides nothing.
 */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "../error.h"
#include "block.h"

static bool watched;
static uint32_t moment, block_began, launch_began;
static uint32_t synced[SIM_THREADS];
static Memory static_shared, dynamic_shared;

bool sim_checks(void) { return watched; }

/* ---- Moments ----------------------------------------------------------------------------------*/

// When each block of the present launch began.
static struct { uint32_t moment; SimSize block; } *began;
static size_t blocks, room;

static void note_block(void)
{
    if (blocks == room) {
        room = room ? 2 * room : 64;
        began = realloc(began, room * sizeof *began);
        CHECK(began, "out of memory");
    }
    began[blocks].moment = moment;
    began[blocks++].block = blockIdx;
}

SimSize block_of(const Access *a)
{
    size_t k = blocks - 1;
    while (began[k].moment > a->moment) k--;
    return began[k].block;
}
bool of_another_block(const Access *a) { return a->moment < block_began; }

void check_launch(void)
{
    launch_began = ++moment;
    blocks = 0;
}

void check_block(void)
{
    if (!watched) return;
    block_began = ++moment;
    note_block();
    memset(synced, 0, sizeof synced);
    dynamic_shared.bytes = sim_block.launch->shared;
    memset(dynamic_shared.written, 0, dynamic_shared.bytes);
    memset(static_shared.written, 0, static_shared.bytes);
}

void check_warp(int first, unsigned lanes)
{
    uint32_t last = 0;
    for (int lane = 0; lane < SIM_WARP; lane++)
        if (lanes >> lane & 1 && synced[first + lane] > last) last = synced[first + lane];
    for (int lane = 0; lane < SIM_WARP; lane++)
        if (lanes >> lane & 1) synced[first + lane] = last + 1;
}

// Whether what was done before comes before what this thread does now, in any order of the turns.
static bool ordered(const Memory *m, const Access *before, int thread)
{
    if (before->moment < launch_began) return true;
    if (of_another_block(before)) return m->shared;
    if (before->moment < moment || before->thread == thread) return true;
    return before->thread / SIM_WARP == thread / SIM_WARP && before->synced < synced[thread];
}

/* ---- Memory -----------------------------------------------------------------------------------*/

// Arrays that are declared __shared__ lie in a section of their own.
extern char __start_sim_shared_arrays[] __attribute__((weak));
extern char __stop_sim_shared_arrays[] __attribute__((weak));
extern char __executable_start[], _end[];

void memory_watch(Memory *m)
{
    if (!watched) return;
    m->written = allocate(m->bytes + 1, 1);
    m->words = allocate(m->bytes / 4 + 1, sizeof *m->words);
}

static void watch_shared(Memory *m, const char *first, const char *end)
{
    *m = (Memory){.hidden = ~(uintptr_t)first, .bytes = (size_t)(end - first), .shared = true};
    memory_watch(m);
}

void check_begin(void)
{
    if (watched) return;
    watched = true;
    watch_shared(&static_shared, __start_sim_shared_arrays, __stop_sim_shared_arrays);
    watch_shared(&dynamic_shared, sim_block.shared, sim_block.shared + SIM_SHARED);
}

static Memory *lately[256];   // which memory was accessed by code at some address

void memory_forget(Memory *m)
{
    memset(lately, 0, sizeof lately);
    free(m->written);
    free(m->words);
    free(m->single);
}

void memory_copied(Memory *to, const SimCopy *copy, const Memory *from)
{
    if (!watched) return;
    char *written = to->written + ((char *)copy->to - address_of(to));
    if (from) {
        size_t at = (size_t)((char *)copy->from - address_of(from));
        memmove(written, from->written + at, copy->bytes);
    } else {
        memset(written, 1, copy->bytes);
    }
    to->copied = *copy;
}

static bool holds(const Memory *m, const char *address, size_t size)
{
    size_t at = (size_t)(address - address_of(m));
    return at < m->bytes && at + size <= m->bytes;
}

static Memory *memory_of(const char *address, size_t size, uint32_t code)
{
    Memory **slot = &lately[code / 4 % 256];
    if (*slot && holds(*slot, address, size)) return *slot;
    Memory *m = holds(&static_shared, address, size)    ? &static_shared
                : holds(&dynamic_shared, address, size) ? &dynamic_shared
                                                        : device_memory(address, size);
    if (m) *slot = m;
    return m;
}

// The threads' own stacks, the arguments, and what the program was loaded with.
static bool own(const char *address)
{
    const Block *b = &sim_block;
    const char *arguments = b->launch->arguments;
    return (address >= b->stacks && address < b->stacks_end) ||
           (address >= arguments && address < arguments + b->launch->size) ||
           (address >= __executable_start && address < _end &&
            !(address >= b->shared && address < b->shared + SIM_SHARED));
}

/* ---- What nobody has written ------------------------------------------------------------------*/

// The first read of such memory. If another thread writes there before the next barrier, that is a
// race, and is said to be one; so this waits.
static struct { const Memory *memory; Visit visit; SimSize block; } unwritten;

static void note_unwritten(const Memory *m, const Visit *v)
{
    if (unwritten.memory) return;
    unwritten.memory = m;
    unwritten.visit = *v;
    unwritten.block = blockIdx;
}

static void say_unwritten(void)
{
    blockIdx = unwritten.block;
    become(unwritten.visit.access.thread);
    report_unwritten(unwritten.memory, &unwritten.visit);
}

void check_block_ended(void)
{
    if (unwritten.memory && unwritten.memory->shared) say_unwritten();
}

void check_launch_ended(void)
{
    if (unwritten.memory) say_unwritten();
}

void check_barrier(void)
{
    check_block_ended();
    moment++;
}

/* ---- Accesses ---------------------------------------------------------------------------------*/

static inline void compare(const Memory *m, const Cell *cell, const Visit *v)
{
    const Access *now = &v->access, *last = &cell->write;
    if (!ordered(m, last, now->thread) && !(last->atomic && now->atomic))
        report_race(m, last, true, v);
    for (int i = 0; i < 2 && v->write; i++)
        if (!ordered(m, &cell->read[i], now->thread)) report_race(m, &cell->read[i], false, v);
}

static bool same_warp(const Access *a, const Access *b)
{
    return a->thread / SIM_WARP == b->thread / SIM_WARP &&
           of_another_block(a) == of_another_block(b);
}

// Of many readers two are enough, of two warps where there are such: whoever writes is ordered
// behind one of them at most.
static void keep_read(const Memory *m, Cell *cell, const Access *now)
{
    for (int i = 0; i < 2; i++)
        if (ordered(m, &cell->read[i], now->thread)) {
            cell->read[i] = *now;
            return;
        }
    if (same_warp(&cell->read[0], &cell->read[1])) cell->read[1] = *now;
}

static void keep(const Memory *m, Cell *cell, const Visit *v)
{
    if (v->write) cell->write = v->access;
    else keep_read(m, cell, &v->access);
}

// Whole words have a cell each. Where somebody accesses less, each byte has one besides.
static void visit_words(Memory *m, size_t at, const Visit *v)
{
    for (size_t k = at; k < at + v->size; k += 4) {
        compare(m, &m->words[k / 4], v);
        for (size_t byte = k; m->single && byte < k + 4; byte++) compare(m, &m->single[byte], v);
        keep(m, &m->words[k / 4], v);
    }
}

static void visit_bytes(Memory *m, size_t at, const Visit *v)
{
    if (!m->single) m->single = allocate(m->bytes + 4, sizeof *m->single);
    for (size_t k = at; k < at + v->size; k++) {
        compare(m, &m->words[k / 4], v);
        compare(m, &m->single[k], v);
        keep(m, &m->single[k], v);
    }
}

static bool all_written(const char *written, size_t size)
{
    if (size != 4) return memchr(written, 0, size) == NULL;
    uint32_t four;
    memcpy(&four, written, sizeof four);
    return four == 0x01010101;   // the usual size, in one go
}

static void visit(Memory *m, const Visit *v)
{
    size_t at = (size_t)(v->address - address_of(m));
    if (!v->write && !all_written(m->written + at, v->size)) note_unwritten(m, v);
    if (at % 4 == 0 && v->size % 4 == 0) visit_words(m, at, v);
    else visit_bytes(m, at, v);
    if (v->write) memset(m->written + at, 1, v->size);
}

void check_access(const void *address, size_t size, Doing doing, const void *code)
{
    int thread = sim_block.present;
    if (!watched || thread < 0) return;   // not watched, or the host's
    uint32_t offset = (uint32_t)((const char *)code - __executable_start);
    Visit v = {{moment, synced[thread], offset, (uint16_t)thread, doing == ADDS},
               address, size, doing != READS};
    Memory *m = memory_of(address, size, offset);
    if (m) visit(m, &v);
    else if (!own(address)) report_no_memory(&v);
}
