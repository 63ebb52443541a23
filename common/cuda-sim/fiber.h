/* fiber.h: several stacks, one of which is in use. A switch saves the registers that a function
 * must preserve on the present stack and goes on with another: about three nanoseconds on x86-64
 * and ARM64; elsewhere by ucontext.h, some twenty times slower.
 */
#ifndef FIBER_H
#define FIBER_H

#include <stddef.h>

typedef struct Fiber {
    void *top;            // where its registers lie, while it is not in use
    char *stack;          // its lowest address; NULL: the program's own stack
    size_t size;
    void *fake;           // the sanitizer's
} Fiber;

enum { FIBER_STACK = 128 << 10 };

// `stack` has FIBER_STACK bytes; run() begins at the first switch, and never returns.
Fiber fiber_new(char *stack, void (*run)(void));
void fiber_switch(Fiber *from, Fiber *to);
// The first thing that run() does; `from` is the fiber that switched to it.
void fiber_begun(Fiber *from);

#endif
