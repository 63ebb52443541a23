#include "loads.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../../common/cuda-sim/simulator.h"
#include "../../common/error.h"

enum { WARP = 32, PIECE = 32, MOST = 4096 };   // MOST: loads of a thread in a block

static Loads loads;
static uintptr_t (*asked)[MOST];               // the pieces, thread by thread
static int count[SIM_THREADS];                 // how many of them
static SimSize block;                          // whose they are

/* ---- What a warp asks for at once -------------------------------------------------------------*/

static bool seen(const uintptr_t *list, int length, uintptr_t piece)
{
    for (int i = 0; i < length; i++)
        if (list[i] == piece) return true;
    return false;
}

// Of the k-th loads of the threads from this one on: how many pieces are they in?
static int pieces_of(int first, int k)
{
    uintptr_t list[WARP];
    int length = 0;
    for (int i = first; i < first + WARP; i++)
        if (k < count[i] && !seen(list, length, asked[i][k])) list[length++] = asked[i][k];
    return length;
}

static void end_block(void)
{
    for (int first = 0; first < SIM_THREADS; first += WARP)
        for (int k = 0, pieces = 1; k < MOST && pieces > 0; k++) {
            pieces = pieces_of(first, k);
            loads.pieces += pieces;
            loads.warps += pieces > 0;
        }
    memset(count, 0, sizeof count);
}

/* ---- Counting ---------------------------------------------------------------------------------*/

void loads_begin(void)
{
    if (!asked) asked = allocate(SIM_THREADS, sizeof *asked);
    memset(count, 0, sizeof count);
    loads = (Loads){0};
}

Loads loads_end(void)
{
    end_block();
    return loads;
}

static void ask(uintptr_t address)
{
    if (memcmp(&block, &blockIdx, sizeof block) != 0) end_block();
    block = blockIdx;
    int me = (int)(threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z));
    CHECK(count[me] < MOST, "more than %d loads of a thread", MOST);
    asked[me][count[me]++] = address / PIECE;
}

// Shared memory lies in the program's own data; local arrays, arguments and where a thread stands
// are in no memory of a card.
extern char __data_start[], _end[];   // of the linker
static bool is_shared(const void *p)
{
    const void *const places[] = {&threadIdx, &blockIdx, &blockDim, &gridDim};
    for (int i = 0; i < 4; i++)
        if (p >= places[i] && (const char *)p < (const char *)places[i] + sizeof(SimSize))
            return false;
    return (const char *)p >= __data_start && (const char *)p < _end;
}

static void load(const void *address, size_t bytes)
{
    if (!asked) return;
    if (is_shared(address)) loads.shared += (long)bytes / 4;
    if (!sim_is_device(address, 1)) return;
    loads.global += (long)bytes / 4;
    ask((uintptr_t)address);
}

/* ---- What the compiler calls ------------------------------------------------------------------*/

void __tsan_init(void) {}
void __tsan_func_entry(void *caller) { (void)caller; }
void __tsan_func_exit(void) {}

#define STORE(size) void __tsan_write##size(void *to) { (void)to; }
#define LOAD(size) void __tsan_read##size(void *from) { load(from, size); }
LOAD(1) LOAD(2) LOAD(4) LOAD(8) LOAD(16)
STORE(1) STORE(2) STORE(4) STORE(8) STORE(16)
void __tsan_read_range(void *from, size_t bytes) { load(from, bytes); }
void __tsan_write_range(void *to, size_t bytes) { (void)to, (void)bytes; }
