/* valley.h: a long narrow valley, and how optimizers walk through it.
 *
 *     L(a, b) = (a² + 100 b²) / 2      from a = -4, b = 1 to the bottom, 0, 0
 */
#ifndef VALLEY_H
#define VALLEY_H

#include "optim.h"

enum { MOST_STEPS = 400 };
#define AT_THE_BOTTOM 0.01   // a loss that counts as arrived

typedef struct Walk {
    double rate;
    int steps;   // until it stays at the bottom; MOST_STEPS: never
    float a[MOST_STEPS + 1], b[MOST_STEPS + 1], loss[MOST_STEPS + 1];
} Walk;

typedef Optimizer (*NewOptimizer)(Params *);
extern const NewOptimizer optimizers[RULES];   // by Rule, set as usual

float valley_loss(float a, float b);
Walk valley_walk(Rule, double rate);
// Of forty rates from 0.001 to 10 the one that arrives first.
Walk valley_best(Rule);

#endif
