#define _GNU_SOURCE
#include "parallel.h"

#include <omp.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __x86_64__
#include <xmmintrin.h>
#endif

static int threads;   // 0 until threads_set

/* gcc's OpenMP lets a thread that has nothing to do look for work for three milliseconds before it
 * sleeps. Where a browser wants the core, too, that takes it from the thread that all wait for:
 * beside three busy programs on two cores, week 6 took four times as long as with the fifth of a
 * millisecond here. The library reads this before main() begins, so the program sets it and begins
 * once more. Who has said how threads are to wait is obeyed.
 */
static __attribute__((constructor)) void wait_briefly(int argc, char **argv)
{
    (void)argc;
    if (getenv("GOMP_SPINCOUNT") || getenv("OMP_WAIT_POLICY")) return;
    setenv("GOMP_SPINCOUNT", "20000", 0);
    execv("/proc/self/exe", argv);   // comes back where it cannot be done, which harms nobody
}

/* Numbers below 1e-38 are stored in a form that costs a hundred times more to compute with, and
 * recurrent networks meet them. Each thread is told to take them as zero.
 */
static void flush_denormals(void)
{
#if defined(__x86_64__)
    _mm_setcsr(_mm_getcsr() | 0x8040);   // flush to zero, denormals are zero
#elif defined(__aarch64__)
    uint64_t control;
    __asm__ volatile("mrs %0, fpcr" : "=r"(control));
    __asm__ volatile("msr fpcr, %0" : : "r"(control | 1u << 24));
#endif
}

static int processors(void)   // that this process may use, which can be fewer than there are
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
}

// OpenMP's threads are made here, and stay: each is told once how to treat denormals.
void threads_set(int wanted)
{
    threads = wanted > 0 ? wanted : processors();
    omp_set_dynamic(0);
    omp_set_num_threads(threads);
#pragma omp parallel
    flush_denormals();
}

int threads_count(void)
{
    if (!threads) threads_set(0);
    return threads;
}

// Each thread takes the next part that nobody has taken. (OpenMP's schedule(dynamic) does the same,
// but clang's library allocates memory for it each time.)
void for_parts(int parts, void (*body)(void *env, int part), void *env)
{
    CHECK(!inside_part(), "a part cannot be cut into parts");
    threads_count();
    atomic_int next = 0;
#pragma omp parallel
    for (int part; (part = atomic_fetch_add(&next, 1)) < parts;) body(env, part);
}

int thread_index(void) { return omp_get_thread_num(); }
bool inside_part(void) { return omp_in_parallel(); }

// Under a sanitizer each piece is an allocation of its own, so that a step past its end is seen.
#if defined(__SANITIZE_ADDRESS__) || defined(SANITIZED)
Real *scratch_take(size_t count) { return aligned_alloc(64, (count * sizeof(Real) / 64 + 1) * 64); }
void scratch_give(Real *piece) { free(piece); }
#else
enum { ALIGNMENT = 64 / sizeof(Real) };
static const size_t MOST = (size_t)1 << 28, LEAST = (size_t)1 << 22;   // numbers, of addresses
static _Thread_local Real *scratch, *scratch_top;
static _Thread_local size_t scratch_size;

// A limit on addresses (ulimit -v) may leave room for less than we like.
static void scratch_reserve(void)
{
    void *reserved = MAP_FAILED;
    for (size_t size = MOST; size >= LEAST && reserved == MAP_FAILED; size /= 2) {
        reserved = mmap(NULL, size * sizeof(Real), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        scratch_size = size;
    }
    CHECK(reserved != MAP_FAILED, "no address space for working memory");
    scratch = scratch_top = reserved;
}

Real *scratch_take(size_t count)
{
    if (!scratch) scratch_reserve();
    Real *piece = scratch_top;
    CHECK(count < scratch_size - (size_t)(piece - scratch) - ALIGNMENT,
          "%zu numbers of working memory", count);
    scratch_top += (count + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return piece;
}

// What was taken after it must have been given back already.
void scratch_give(Real *piece)
{
    CHECK(piece >= scratch && piece <= scratch_top,
          "working memory given back twice or out of order");
    scratch_top = piece;
}
#endif
