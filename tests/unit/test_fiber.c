// test_fiber.c: a switch between stacks, which is written for each processor by itself.
#include <criterion/criterion.h>
#include <stdlib.h>

#include "../../common/cuda-sim/fiber.h"

enum { FIBERS = 3, ROUNDS = 1000 };

static Fiber host, fiber[FIBERS];
static int turn;
static double sums[FIBERS];

// More numbers than a processor has registers that calls overwrite: some are kept in the others.
static double many(double x)
{
    double a = x, b = x + 1, c = x + 2, d = x + 3, e = x + 4, f = x + 5, g = x + 6, h = x + 7;
    long i = (long)x, j = i + 1, k = i + 2, l = i + 3, m = i + 4, n = i + 5;
    fiber_switch(&fiber[turn], &host);
    return a + b + c + d + e + f + g + h + (double)(i + j + k + l + m + n);
}

// Each fiber has numbers of its own, which the others must not touch.
static void run(void)
{
    fiber_begun(&host);
    const int me = turn;
    for (int round = 0;; round++) sums[me] += many(1000 * me + round);
}

Test(fiber, each_keeps_its_registers_and_its_stack)
{
    char *stacks[FIBERS];
    for (int i = 0; i < FIBERS; i++) {
        stacks[i] = aligned_alloc(64, FIBER_STACK);
        fiber[i] = fiber_new(stacks[i], run);
    }
    for (int round = 0; round <= ROUNDS; round++)
        for (turn = 0; turn < FIBERS; turn++) fiber_switch(&host, &fiber[turn]);
    for (int i = 0; i < FIBERS; i++) {
        double want = 0;
        for (int round = 0; round < ROUNDS; round++) want += 14 * (1000.0 * i + round) + 28 + 15;
        cr_assert_eq(sums[i], want, "fiber %d: %g, expected %g", i, sums[i], want);
        free(stacks[i]);
    }
}
