/* apples.h: the three apples of the worked example, in the order in which
 * the perceptron meets them: size, colour (how red), and whether it is ripe.
 */
#ifndef APPLES_H
#define APPLES_H

#include "plain.h"

enum { APPLES = 3 };
extern const float apple_inputs[APPLES][2], apple_ripe[APPLES];

// A line of two weights, in memory of its own.
typedef struct Plane {
    float w[2], b;
} Plane;
Line line_of(Plane *);

// Passes through the samples until one is clean, `most` at most; returns the
// clean pass, or 0. What moved: called after each update, or NULL.
typedef struct Update {
    int number, pass, sample;
} Update;
int perceptron_learn(Line *, Samples, float learning_rate, int most,
                     void (*moved)(void *env, const Line *, Update),
                     void *env);

#endif
