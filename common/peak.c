// How fast can this machine multiply and add? Chains of both, in registers, on all threads.
#include "app.h"
#include "device.h"
#include "parallel.h"
#include "simd.h"

#include <math.h>

#if defined(__AVX512F__) || defined(__aarch64__)
enum { SUMS = 20 };   // of 32 registers
#else
enum { SUMS = 12 };   // of 16
#endif

typedef struct Chains {
    Real factor,
        step;   // known only when the program runs, so that nothing can be computed beforehand
    long length;
    Real result;   // of all chains, so that none can be left out; which thread's does not matter
} Chains;

// Each chain waits for itself alone: 20 of them keep the units busy for
// as long as one result takes.
static void run_chains(void *env, int part)
{
    Chains *chains = env;
    const Vector factor = all_lanes(chains->factor), step = all_lanes(chains->step);
    Vector sum[SUMS];
    UNROLL
    for (int i = 0; i < SUMS; i++) sum[i] = all_lanes((Real)(i + part));
    for (long k = 0; k < chains->length; k++) {
        UNROLL
        for (int i = 0; i < SUMS; i++) sum[i] = sum[i] * factor + step;
    }
    Vector all = {0};
    UNROLL
    for (int i = 0; i < SUMS; i++) all += sum[i];
    const Real result = sum_lanes(all);
    if (result == chains->result) chains->result = result + 1;
}

static double chain_seconds(Chains *chains, int threads)
{
    const double start = seconds_now();
    backend(CPU)->for_parts(threads, run_chains, chains);
    return seconds_now() - start;
}

// The best of many rounds, each shorter than the turn that a busy machine gives to others.
static double measure(int threads)
{
    Chains chains = {.factor = (Real)0.999, .step = (Real)0.5, .length = 200000, .result = -1};
    double best = chain_seconds(&chains, threads);
    for (const double start = seconds_now(); seconds_now() - start < 0.25;) {
        const double seconds = chain_seconds(&chains, threads);
        if (seconds < best) best = seconds;
    }
    return 2.0 * SUMS * LANES * (double)chains.length * threads / best / 1e9;
}

static double largest;

double fma_peak(void)
{
    largest = fmax(largest, measure(threads_count()));
    return largest;
}

double peak_so_far(void) { return largest; }
