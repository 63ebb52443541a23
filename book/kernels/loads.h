/* loads.h: how often kernels read memory. They are compiled with -fsanitize=thread, by which the
 * compiler calls a function at each access to memory; those functions are here, and count.
 *
 * global    numbers read from the device's memory
 * shared    numbers read from shared memory
 * pieces    Of the device's memory a warp's 32 threads get whole pieces of 32 bytes. The k-th loads
 *           of its threads are taken to happen at once: how many pieces all of them asked for.
 * warps     how many such loads there were
 */
#ifndef LOADS_H
#define LOADS_H

#ifdef __cplusplus
extern "C" {
#endif

typedef struct Loads { long global, shared, pieces, warps; } Loads;

// NULL in a program that the simulator's checker watches in their place.
void loads_begin(void) __attribute__((weak));
Loads loads_end(void) __attribute__((weak));   // since then

#ifdef __cplusplus
}
#endif
#endif
