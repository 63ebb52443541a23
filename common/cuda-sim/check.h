/* check.h: what the checker remembers of memory that threads share, and what it is told. In a
 * program whose kernels it does not watch it remembers nothing.
 */
#ifndef SIM_CHECK_H
#define SIM_CHECK_H

#include "simulator.h"

// Who accessed it. Moments are counted: with each launch, each block and each barrier one begins.
typedef struct Access {
    uint32_t moment;       // 0: nobody
    uint32_t synced;       // how often its warp had called __syncwarp in this block
    uint32_t code;         // counted from the program's first byte
    uint16_t thread;
    bool atomic;
} Access;

// The last write, and two reads: by threads of two warps, if there were such.
typedef struct Cell {
    Access write, read[2];
} Cell;

// A piece of memory that threads share. The address is kept as its complement: where a program
// loses its own pointer, LeakSanitizer must not find ours.
typedef struct Memory {
    uintptr_t hidden;
    size_t bytes;
    bool shared;           // by a block's threads only
    char *written;         // of each byte, whether anybody has written there
    Cell *words, *single;  // of each 4 bytes that were accessed together; of each byte by itself
    SimCopy copied;        // the last copy into it
} Memory;
static inline char *address_of(const Memory *m) { return (char *)~m->hidden; }

// memory.c: the piece of the device's memory in which these bytes lie, or NULL.
Memory *device_memory(const void *, size_t bytes);
// The copy that brings the host what lies there, while the host has not waited for it; or NULL.
const SimCopy *copy_under_way(const void *);
void copies_arrived(void);                       // the host has waited

void memory_watch(Memory *);                     // what is remembered begins, and ends
void memory_forget(Memory *);
void memory_copied(Memory *to, const SimCopy *, const Memory *from);   // from NULL: by the host

// A program whose kernels are watched begins, before main.
void check_begin(void);
void check_launch(void);
void check_block(void);
void check_barrier(void);                        // all threads of the block have come
void check_warp(int first, unsigned lanes);      // these lanes have met in a __syncwarp
void check_block_ended(void);
void check_launch_ended(void);

// The present thread accesses this memory, by a call from this code. ADDS: atomically.
typedef enum Doing { READS, WRITES, ADDS } Doing;
void check_access(const void *, size_t, Doing, const void *code);

/* ---- check_report.c ---------------------------------------------------------------------------*/

typedef struct Visit {     // an access of the present thread
    Access access;
    const char *address;
    size_t size;
    bool write;
} Visit;

SimSize block_of(const Access *);
bool of_another_block(const Access *);

void report_race(const Memory *, const Access *before, bool wrote, const Visit *)
    __attribute__((noreturn));
void report_unwritten(const Memory *, const Visit *) __attribute__((noreturn));
void report_no_memory(const Visit *) __attribute__((noreturn));

#endif
