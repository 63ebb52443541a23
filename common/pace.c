#include "pace.h"

#include <time.h>

#include "parallel.h"

// In operations: steps that take less than a tenth of a millisecond on one thread, or more than
// some ten, need no trial.
static const double SMALL = 1e6, LARGE = 1e9;

// A round is six steps in one way; then come as many in the other. The first of each does not
// count, for it finds its numbers in the other core's cache.
enum {
    ROUND = 6,
    ROUNDS = 4,
    TRIALS = ROUND * ROUNDS,
    HOLD = 1000   // steps, until it is tried again
};

// Keeps the fastest step of each way. What else runs on the machine
// makes steps longer, never shorter.
static void note(Pace *pace, double seconds)
{
    bool counts = pace->step > 0 && pace->step <= TRIALS && (pace->step - 1) % ROUND > 0;
    double *fastest = &pace->fastest[pace->alone];
    if (counts && (*fastest == 0 || seconds < *fastest)) *fastest = seconds;
}

// Steps 0 … TRIALS-1 are trials, in rounds by turns; then HOLD steps in the faster way. A step is
// timed from its beginning to the next one's, so the first has no time yet.
void pace_step_at(Pace *pace, double operations, double now)
{
    if (threads_count() == 1 || operations < SMALL || operations > LARGE) {
        pace->alone = operations < SMALL;
        pace->began = 0;
        return;
    }
    if (pace->began > 0) note(pace, now - pace->began);
    else pace->step = 0;   // the first of its kind
    pace->began = now;
    if (pace->step == TRIALS + HOLD) *pace = (Pace){.began = now};
    if (pace->step < TRIALS) pace->alone = pace->step / ROUND % 2 == 1;
    else if (pace->step == TRIALS) pace->alone = pace->fastest[true] < pace->fastest[false];
    pace->step++;
}

void pace_step(Pace *pace, double operations)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    pace_step_at(pace, operations, (double)now.tv_sec + 1e-9 * (double)now.tv_nsec);
}
