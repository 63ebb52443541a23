/* valley.h: a long narrow valley, and how optimizers walk through it.
 *
 *     L(a, b) = (a² + 100 b²) / 2      from a = -4, b = 1 to the bottom, 0, 0
 *
 * Turned by 45 degrees it is as long and as steep, but each slope along an
 * axis is a mix of both.
 *
 * A rate may be lucky, and jump from one start right into the bottom. So it
 * counts how long the walk takes from the worst of several starts.
 */
#ifndef VALLEY_H
#define VALLEY_H

#include "optim.h"

enum { MOST_STEPS = 400 };
#define AT_THE_BOTTOM 0.01   // a loss that counts as arrived

typedef struct Walk {
    double rate;
    int steps;   // until it stays at the bottom, from wherever it begins;
                 // MOST_STEPS: never
    // the walk from -4, 1
    float a[MOST_STEPS + 1], b[MOST_STEPS + 1], loss[MOST_STEPS + 1];
} Walk;

typedef Optimizer (*NewOptimizer)(Params *);
extern const NewOptimizer optimizers[RULES];   // by Rule, set as usual

typedef enum Lie { ALONG_THE_AXIS, TURNED } Lie;
Walk valley_walk(Rule, double rate, Lie);
// Of forty rates from 0.001 to 10 the one that arrives first.
Walk valley_best(Rule, Lie);

#endif
