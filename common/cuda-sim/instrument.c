/* instrument.c: what the compiler calls in a kernel that was compiled with -fsanitize=thread:
 * before each access of memory, and once before main. That sanitizer's own library is not linked,
 * for these rules are CUDA's; a program that is wholly compiled so has that library, and not us.
 */
#include "check.h"

#define CALLER __builtin_return_address(0)

#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if !defined(__SANITIZE_THREAD__) && !__has_feature(thread_sanitizer)

#include <string.h>

void __tsan_init(void);
void __tsan_init(void) { check_begin(); }

void __tsan_func_entry(void *);
void __tsan_func_entry(void *caller) { (void)caller; }
void __tsan_func_exit(void *);
void __tsan_func_exit(void *nothing) { (void)nothing; }   // so gcc knows it

#define ACCESS(name, size, write)                                                                  \
    void __tsan_##name(void *);                                                                    \
    void __tsan_##name(void *address)                                                              \
    {                                                                                              \
        check_access(address, size, write ? WRITES : READS, CALLER);                               \
    }
#define ACCESSES(size)                                                                             \
    ACCESS(read##size, size, false)                                                                \
    ACCESS(write##size, size, true)                                                                \
    ACCESS(unaligned_read##size, size, false)                                                      \
    ACCESS(unaligned_write##size, size, true)
ACCESSES(1)
ACCESSES(2)
ACCESSES(4)
ACCESSES(8)
ACCESSES(16)

void __tsan_read_range(void *, long);
void __tsan_read_range(void *address, long size)
{
    check_access(address, (size_t)size, READS, CALLER);
}
void __tsan_write_range(void *, long);
void __tsan_write_range(void *address, long size)
{
    check_access(address, (size_t)size, WRITES, CALLER);
}

// Copies of structs, by clang.
void *__tsan_memcpy(void *, const void *, size_t);
void *__tsan_memcpy(void *to, const void *from, size_t size)
{
    check_access(from, size, READS, CALLER);
    check_access(to, size, WRITES, CALLER);
    return memcpy(to, from, size);
}
void *__tsan_memset(void *, int, size_t);
void *__tsan_memset(void *to, int value, size_t size)
{
    check_access(to, size, WRITES, CALLER);
    return memset(to, value, size);
}

#endif

// Threads take turns, so nothing comes between the two halves of an addition.
#define ADD(name, T)                                                                               \
    T sim_add_##name(T *place, T value)                                                            \
    {                                                                                              \
        check_access(place, sizeof *place, ADDS, CALLER);                                          \
        T before = *place;                                                                         \
        *place = before + value;                                                                   \
        return before;                                                                             \
    }
ADD(int, int)
ADD(unsigned, unsigned)
ADD(float, float)
ADD(double, double)
