/* block.h: the block whose threads take turns, for those files of the simulator that look into it.
 */
#ifndef SIM_BLOCK_H
#define SIM_BLOCK_H

#include <stdint.h>

#include "fiber.h"
#include "simulator.h"

// READY: it has waited, and may go on at its turn. MEETS: it waits for other lanes of its warp.
typedef enum State { UNBORN, RUNS, READY, WAITS, MEETS, ENDED } State;

// What a lane brings to a meeting of its warp, and what it takes away.
typedef struct Meeting {
    const char *name;      // __syncwarp, __shfl_sync, …
    unsigned lanes;        // who meets, a bit each
    uint64_t sent;
    int from;              // the lane that it wants to hear; -1: none, the lanes' memory is ordered
    SimHeard heard;
} Meeting;

typedef struct Thread {
    Fiber *fiber;
    State state;
    SimPlace place;        // where it waits
    Meeting meeting;       // while it MEETS
} Thread;

// One block at a time.
typedef struct Block {
    const SimLaunch *launch;
    Thread thread[SIM_THREADS];
    int turn[SIM_THREADS];           // the order of this round
    int threads, next;               // next: in the order, the first that has not begun
    int meeting;                     // how many MEET
    int present;                     // whose turn it is; -1: the host's
    Fiber pool[SIM_THREADS], *idle[SIM_THREADS], host;
    int idles;
    char *stacks, *stacks_end;
    _Alignas(16) char shared[SIM_SHARED];
} Block;
extern Block sim_block;

void become(int thread);             // it has the turn
void wait_as(State, SimPlace);       // the present thread, until it is READY and its turn comes
bool same_place(SimPlace, SimPlace);

// warp.c: lets those go on whose warps have met; false: nobody waits for that.
bool let_warps_go(void);

#endif
