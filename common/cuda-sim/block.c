/* block.c: a grid runs block after block, and the threads of a block take turns.
 *
 * A thread runs until it ends or comes to a barrier. Where no thread waits, they run one after the
 * other on one fiber, and a thread costs a call; each that waits keeps the fiber that it is on.
 * When all wait, all go on.
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "../error.h"
#include "fiber.h"
#include "simulator.h"

SimSize threadIdx, blockIdx, blockDim, gridDim;

typedef enum State { UNBORN, RUNS, WAITS, ENDED } State;

typedef struct Thread {
    Fiber *fiber;
    State state;
    SimPlace place;        // where it waits
} Thread;

// One block at a time.
static struct {
    const SimLaunch *launch;
    Thread thread[SIM_THREADS];
    int turn[SIM_THREADS];           // the order of this round
    int threads, next;               // next: in the order, the first that has not begun
    int present;                     // whose turn it is; -1: the host's
    Fiber pool[SIM_THREADS], *idle[SIM_THREADS], host;
    int idles;
    _Alignas(16) char shared[SIM_SHARED];
} block = {.present = -1};

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

/* ---- What goes wrong --------------------------------------------------------------------------*/

void sim_fail(const char *format, ...)
{
    fflush(stdout);
    fprintf(stderr, "cuda-sim: ");
    if (block.present >= 0)
        fprintf(stderr, "%s:%d, block (%u, %u, %u), thread (%u, %u, %u): ",
                block.launch->place.file, block.launch->place.line, blockIdx.x, blockIdx.y,
                blockIdx.z, threadIdx.x, threadIdx.y, threadIdx.z);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    abort();
}

static bool same_place(SimPlace a, SimPlace b)
{
    return a.line == b.line && strcmp(a.file, b.file) == 0;
}

// Threads that have ended, or wait elsewhere, never come to the barrier of the others.
static void check_barrier(void)
{
    const Thread *first = &block.thread[0];
    for (int i = 1; i < block.threads; i++) {
        const Thread *t = &block.thread[i];
        if (t->state == first->state && (t->state == ENDED || same_place(t->place, first->place)))
            continue;
        const Thread *waits = first->state == WAITS ? first : t, *other = waits == t ? first : t;
        block.present = -1;
        sim_fail("the kernel launched at %s:%d, block (%u, %u, %u): thread %d waits at %s:%d, "
                 "where thread %d never comes",
                 block.launch->place.file, block.launch->place.line, blockIdx.x, blockIdx.y,
                 blockIdx.z, (int)(waits - block.thread), waits->place.file, waits->place.line,
                 (int)(other - block.thread));
    }
}

/* ---- Turns ------------------------------------------------------------------------------------*/

static void become(int i)
{
    unsigned n = (unsigned)i;
    block.present = i;
    threadIdx = (SimSize){n % blockDim.x, n / blockDim.x % blockDim.y,
                          n / (blockDim.x * blockDim.y)};
}

static void begin_next(Fiber *on)
{
    become(block.turn[block.next++]);
    block.thread[block.present].fiber = on;
    block.thread[block.present].state = RUNS;
}

// What every fiber does, for ever: a thread to its end, then the next that has not begun.
static void run_threads(void)
{
    fiber_begun(&block.host);
    for (;;) {
        Thread *t = &block.thread[block.present];
        Fiber *me = t->fiber;
        block.launch->thread(block.launch->arguments);
        block.thread[block.present].state = ENDED;
        if (block.next < block.threads) {
            begin_next(me);
        } else {
            block.idle[block.idles++] = me;
            fiber_switch(me, &block.host);
        }
    }
}

static void give_turn(int i)
{
    become(i);
    fiber_switch(&block.host, block.thread[i].fiber);
    block.present = -1;
}

void sim_barrier(SimPlace place)
{
    if (block.present < 0) sim_fail("%s:%d: a barrier outside of a kernel", place.file, place.line);
    Thread *t = &block.thread[block.present];
    t->state = WAITS;
    t->place = place;
    fiber_switch(t->fiber, &block.host);
}

void *sim_shared(void) { return block.shared; }

/* ---- Blocks -----------------------------------------------------------------------------------*/

// A page that nobody may touch lies below each stack.
static void make_fibers(void)
{
    enum { PAGE = 64 << 10 };
    size_t step = FIBER_STACK + PAGE;
    char *stacks = mmap(NULL, SIM_THREADS * step, PROT_NONE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    CHECK(stacks != MAP_FAILED, "no addresses for the stacks of a block");
    for (int i = 0; i < SIM_THREADS; i++) {
        char *stack = stacks + (size_t)i * step + PAGE;
        CHECK(mprotect(stack, FIBER_STACK, PROT_READ | PROT_WRITE) == 0, "no stack of a thread");
        block.pool[i] = fiber_new(stack, run_threads);
        block.idle[block.idles++] = &block.pool[i];
    }
}

static void begin_all(void)
{
    block.next = 0;
    set_turns(block.turn, block.threads);
    while (block.next < block.threads) {
        Fiber *fiber = block.idle[--block.idles];
        begin_next(fiber);
        fiber_switch(&block.host, fiber);
        block.present = -1;
    }
}

static void run_block(void)
{
    memset(block.shared, 0xFF, block.launch->shared);   // NaN, as nobody has written there
    begin_all();
    check_barrier();
    while (block.thread[0].state == WAITS) {
        set_turns(block.turn, block.threads);
        for (int k = 0; k < block.threads; k++) {
            block.thread[block.turn[k]].state = RUNS;
            give_turn(block.turn[k]);
        }
        check_barrier();
    }
}

void sim_run(const SimLaunch *launch)
{
    if (block.idles == 0) make_fibers();
    SimSize g = launch->grid, b = launch->block;
    unsigned blocks = g.x * g.y * g.z;
    int *turn = allocate(blocks, sizeof *turn);
    set_turns(turn, (int)blocks);
    block.launch = launch;
    block.threads = (int)(b.x * b.y * b.z);
    gridDim = g;
    blockDim = b;
    sim_expose(true);
    for (unsigned k = 0; k < blocks; k++) {
        unsigned i = (unsigned)turn[k];
        blockIdx = (SimSize){i % g.x, i / g.x % g.y, i / (g.x * g.y)};
        run_block();
    }
    sim_expose(false);
    free(turn);
}
