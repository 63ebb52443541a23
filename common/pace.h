/* pace.h: do other threads help in a training step, or not?
 *
 * They help when the work is large. In a small network the cores spend their time on handing each
 * other the numbers, and on virtual machines what that costs changes from hour to hour: we have
 * seen a step of a 784-128-10 network take half as long on two threads as on one, and half as long
 * again. So it is measured, while training: a few steps with threads, a few without, and the
 * faster way is kept for the next thousand. Work is cut by shapes alone, so this decides who
 * computes and never a bit of the result.
 */
#ifndef PACE_H
#define PACE_H

#include <stdbool.h>

typedef struct Pace {
    bool alone;            // the present step runs on one thread
    int step;              // since these trials began
    double began;          // when the present step did; 0: there is none
    double fastest[2];     // seconds of a step with threads, and alone
} Pace;

// At the beginning of a training step of roughly so many operations. Fills in `alone`.
void pace_step(Pace *, double operations);
// The same with a clock of the caller's, for tests: `now` in seconds.
void pace_step_at(Pace *, double operations, double now);

#endif
