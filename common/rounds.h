/* rounds.h: which of some ways to do a thing is the fastest? Each is run once
 * a round, in turns, so that a busy moment of the machine meets all of them.
 */
#ifndef ROUNDS_H
#define ROUNDS_H

#include "app.h"

typedef struct Way {
    void (*run)(void *env);
    void *env;
    int rounds;   // it drops out after so many: a slow one. 0: never
} Way;

typedef struct Timing {
    double best, median;   // seconds
} Timing;

// out[k] is of ways[k]. Before each run that is measured there is one that is
// not: it brings into the caches what the other ways have left in theirs.
void time_rounds(App *, Timing *out, const Way *ways, int count, int rounds);

// Do two ways answer alike? The largest difference, as a share of the largest
// number of the first; 0 where that is 0.
double apart(const Real *first, const Real *second, size_t count);

#endif
