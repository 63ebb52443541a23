/* block.c: a grid runs block after block, and the threads of a block take turns.
 *
 * A thread runs until it ends or comes to a barrier. Where no thread waits, they run one after the
 * other on one fiber, and a thread costs a call; each that waits keeps the fiber that it is on.
 * When all wait, all go on.
 */
#define _GNU_SOURCE
#include "block.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "../error.h"
#include "check.h"
#include "poison.h"
#include "report.h"

SimSize threadIdx, blockIdx, blockDim, gridDim;
Block sim_block = {.present = -1};

/* ---- Orders -----------------------------------------------------------------------------------*/

static SimOrder order;
static uint64_t random_state = 0x9E3779B97F4A7C15;

void sim_order(SimOrder wanted) { order = wanted; }

static unsigned random_below(unsigned bound)   // xorshift, Marsaglia 2003
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)(random_state >> 32) % bound;
}

static void set_turns(int *turn, int count)
{
    for (int i = 0; i < count; i++) turn[i] = order == SIM_REVERSE ? count - 1 - i : i;
    for (int i = count - 1; i > 0 && order == SIM_RANDOM; i--) {
        int j = (int)random_below((unsigned)i + 1), moved = turn[i];
        turn[i] = turn[j];
        turn[j] = moved;
    }
}

/* ---- Turns ------------------------------------------------------------------------------------*/

void become(int i)
{
    unsigned n = (unsigned)i;
    sim_block.present = i;
    threadIdx = (SimSize){n % blockDim.x, n / blockDim.x % blockDim.y,
                          n / (blockDim.x * blockDim.y)};
}

int sim_thread(void) { return sim_block.present; }

static void begin_next(Fiber *on)
{
    become(sim_block.turn[sim_block.next++]);
    sim_block.thread[sim_block.present].fiber = on;
    sim_block.thread[sim_block.present].state = RUNS;
}

// What every fiber does, for ever: a thread to its end, then the next that has not begun.
static void run_threads(void)
{
    fiber_begun(&sim_block.host);
    for (;;) {
        Fiber *me = sim_block.thread[sim_block.present].fiber;
        sim_block.launch->thread(sim_block.launch->arguments);
        sim_block.thread[sim_block.present].state = ENDED;
        if (sim_block.next < sim_block.threads) {
            begin_next(me);
        } else {
            sim_block.idle[sim_block.idles++] = me;
            fiber_switch(me, &sim_block.host);
        }
    }
}

static void begin_all(void)
{
    sim_block.next = 0;
    set_turns(sim_block.turn, sim_block.threads);
    while (sim_block.next < sim_block.threads) {
        Fiber *fiber = sim_block.idle[--sim_block.idles];
        begin_next(fiber);
        fiber_switch(&sim_block.host, fiber);
        sim_block.present = -1;
    }
}

// To those that may go on.
static void give_turns(void)
{
    set_turns(sim_block.turn, sim_block.threads);
    for (int k = 0; k < sim_block.threads; k++) {
        Thread *t = &sim_block.thread[sim_block.turn[k]];
        if (t->state != READY) continue;
        t->state = RUNS;
        become(sim_block.turn[k]);
        fiber_switch(&sim_block.host, t->fiber);
        sim_block.present = -1;
    }
}

void wait_as(State state, SimPlace place)
{
    Thread *t = &sim_block.thread[sim_block.present];
    t->state = state;
    t->place = place;
    fiber_switch(t->fiber, &sim_block.host);
}

/* ---- Barriers ---------------------------------------------------------------------------------*/

void sim_barrier(SimPlace place)
{
    if (sim_block.present < 0)
        sim_fail("__syncthreads outside of a kernel, at %s:%d", place.file, place.line);
    wait_as(WAITS, place);
}

bool same_place(SimPlace a, SimPlace b) { return a.line == b.line && strcmp(a.file, b.file) == 0; }

// Threads that have ended, or wait elsewhere, never come to the barrier of the others.
static void check_all_came(void)
{
    const Thread *first = &sim_block.thread[0];
    for (int i = 1; i < sim_block.threads; i++) {
        const Thread *t = &sim_block.thread[i];
        if (t->state == first->state && (t->state == ENDED || same_place(t->place, first->place)))
            continue;
        const Thread *waits = first->state == WAITS ? first : t, *other = waits == t ? first : t;
        report_wait((int)(waits - sim_block.thread), "__syncthreads", waits->place,
                    "It waits for thread %s, which never comes there.",
                    thread_text((int)(other - sim_block.thread)).text);
    }
}

// Lets all go on who wait at the barrier; false: all have ended.
static bool let_block_go(void)
{
    check_all_came();
    if (sim_block.thread[0].state == ENDED) return false;
    for (int i = 0; i < sim_block.threads; i++) sim_block.thread[i].state = READY;
    check_barrier();
    return true;
}

void *sim_shared(void) { return sim_block.shared; }

/* ---- Blocks -----------------------------------------------------------------------------------*/

// A page that nobody may touch lies below each stack.
enum { PAGE = 64 << 10, STACK_STEP = FIBER_STACK + PAGE };

static void find_stacks(void)
{
    sim_block.stacks = mmap(NULL, (size_t)SIM_THREADS * STACK_STEP, PROT_NONE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    CHECK(sim_block.stacks != MAP_FAILED, "no addresses for the stacks of a block");
    sim_block.stacks_end = sim_block.stacks + (size_t)SIM_THREADS * STACK_STEP;
}

// As many as the block has threads; those that were made for another block are all idle.
static void make_fibers(int threads)
{
    if (!sim_block.stacks) find_stacks();
    for (int i = sim_block.idles; i < threads; i++) {
        char *stack = sim_block.stacks + (size_t)i * STACK_STEP + PAGE;
        CHECK(mprotect(stack, FIBER_STACK, PROT_READ | PROT_WRITE) == 0, "no stack of a thread");
        sim_block.pool[i] = fiber_new(stack, run_threads);
        sim_block.idle[sim_block.idles++] = &sim_block.pool[i];
    }
}

static void run_block(void)
{
    memset(sim_block.shared, 0xFF, sim_block.launch->shared);   // NaN: nobody has written there
    check_block();
    begin_all();
    while (let_warps_go() || let_block_go()) give_turns();
    check_block_ended();
}

// Dynamic shared memory has as many bytes as the launch asks for.
static void cut_shared(size_t bytes)
{
    ASAN_UNPOISON_MEMORY_REGION(sim_block.shared, SIM_SHARED);
    ASAN_POISON_MEMORY_REGION(sim_block.shared + bytes, SIM_SHARED - bytes);
}

void sim_run(const SimLaunch *launch)
{
    SimSize g = launch->grid, b = launch->block;
    unsigned blocks = g.x * g.y * g.z;
    int *turn = allocate(blocks, sizeof *turn);
    set_turns(turn, (int)blocks);
    sim_block.launch = launch;
    sim_block.threads = (int)(b.x * b.y * b.z);
    make_fibers(sim_block.threads);
    gridDim = g;
    blockDim = b;
    sim_expose(true);
    cut_shared(launch->shared);
    check_launch();
    for (unsigned k = 0; k < blocks; k++) {
        unsigned i = (unsigned)turn[k];
        blockIdx = (SimSize){i % g.x, i / g.x % g.y, i / (g.x * g.y)};
        run_block();
    }
    check_launch_ended();
    sim_expose(false);
    free(turn);
}
