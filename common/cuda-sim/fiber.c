#define _GNU_SOURCE
#include "fiber.h"

#include <stdint.h>

#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/common_interface_defs.h>
#define LEAVE(from, to) __sanitizer_start_switch_fiber(&(from)->fake, (to)->stack, (to)->size)
#define ARRIVE(me, from)                                                                           \
    __sanitizer_finish_switch_fiber((me) ? (me)->fake : NULL, (const void **)&(from)->stack,       \
                                    &(from)->size)
#else
#define LEAVE(from, to)
#define ARRIVE(me, from)
#endif

// Saves the registers, *top = the stack's top, then the same backwards from another top.
void fiber_jump(void **top, void *other) __asm__("fiber_jump");

#if defined(__x86_64__)

__asm__(".text\n"
        ".globl fiber_jump\n"
        "fiber_jump:\n"
        "  pushq %rbp\n  pushq %rbx\n  pushq %r12\n  pushq %r13\n  pushq %r14\n  pushq %r15\n"
        "  movq %rsp, (%rdi)\n"
        "  movq %rsi, %rsp\n"
        "  popq %r15\n  popq %r14\n  popq %r13\n  popq %r12\n  popq %rbx\n  popq %rbp\n"
        "  ret\n");

// Six registers and the address to return to; behind it the stack is aligned as behind a call.
static void *first_top(char *end, void (*run)(void))
{
    uintptr_t *top = (uintptr_t *)end - 8;
    top[6] = (uintptr_t)run;
    top[7] = 0;
    return top;
}

#elif defined(__aarch64__)

__asm__(".text\n"
        ".globl fiber_jump\n"
        "fiber_jump:\n"
        "  sub sp, sp, #160\n"
        "  stp x19, x20, [sp]\n  stp x21, x22, [sp, #16]\n  stp x23, x24, [sp, #32]\n"
        "  stp x25, x26, [sp, #48]\n  stp x27, x28, [sp, #64]\n  stp x29, x30, [sp, #80]\n"
        "  stp d8, d9, [sp, #96]\n  stp d10, d11, [sp, #112]\n"
        "  stp d12, d13, [sp, #128]\n  stp d14, d15, [sp, #144]\n"
        "  mov x9, sp\n"
        "  str x9, [x0]\n"
        "  mov sp, x1\n"
        "  ldp x19, x20, [sp]\n  ldp x21, x22, [sp, #16]\n  ldp x23, x24, [sp, #32]\n"
        "  ldp x25, x26, [sp, #48]\n  ldp x27, x28, [sp, #64]\n  ldp x29, x30, [sp, #80]\n"
        "  ldp d8, d9, [sp, #96]\n  ldp d10, d11, [sp, #112]\n"
        "  ldp d12, d13, [sp, #128]\n  ldp d14, d15, [sp, #144]\n"
        "  add sp, sp, #160\n"
        "  ret\n");

// x30, to which it returns, is the twelfth of twenty registers.
static void *first_top(char *end, void (*run)(void))
{
    uintptr_t *top = (uintptr_t *)end - 20;
    top[10] = 0;
    top[11] = (uintptr_t)run;
    return top;
}

#else

#include <stdlib.h>
#include <ucontext.h>

void fiber_jump(void **top, void *other)
{
    ucontext_t here;
    *top = &here;
    swapcontext(&here, other);
}

static void *first_top(char *end, void (*run)(void))
{
    ucontext_t *context = malloc(sizeof *context);   // as long as the program
    if (!context) abort();
    getcontext(context);
    context->uc_stack.ss_sp = end - FIBER_STACK;
    context->uc_stack.ss_size = FIBER_STACK;
    makecontext(context, run, 0);
    return context;
}

#endif

Fiber fiber_new(char *stack, void (*run)(void))
{
    return (Fiber){.top = first_top(stack + FIBER_STACK, run), .stack = stack, .size = FIBER_STACK};
}

void fiber_switch(Fiber *from, Fiber *to)
{
    Fiber unknown;
    (void)unknown;
    LEAVE(from, to);
    fiber_jump(&from->top, to->top);
    ARRIVE(from, &unknown);
}

void fiber_begun(Fiber *from)
{
    (void)from;
    ARRIVE((Fiber *)NULL, from);
}
