/* flat_curve.h: a small network that ought to learn, and does not.
 *
 * Pictures  [SIDE, SIDE], one bar each with some noise; the label says how it
 *           lies: 0 flat, 1 upright, 2 falling to the right, 3 rising
 * Network   FILTERS filters of SIZE x SIZE, ReLU, the mean of each map, and a
 *           linear layer with one output a class; softmax and cross-entropy
 *
 * evidence() is a number that proves the cause: the largest difference, as an
 * absolute value, between weights at the same (u, v) of any two filters.
 *
 * srand(1) is called before network_begin(): rand() may be used there.
 */
#ifndef FLAT_CURVE_H
#define FLAT_CURVE_H

#include "exercise.h"

enum { SIDE = 8, SIZE = 3, MAP = SIDE - SIZE + 1, FILTERS = 6, CLASSES = 4 };

typedef struct Network {
    float w[FILTERS][SIZE][SIZE], b[FILTERS];
    float v[CLASSES][FILTERS], c[CLASSES];
} Network;

typedef enum Cause {
    UNDECIDED,
    STEP_TOO_LONG,        // the learning rate throws the weights about
    SIGN_OF_GRADIENT,     // the steps climb instead of descending
    FILTERS_ALIKE,        // all filters start equal, so they stay equal
    RELU_SILENT,          // no filter ever answers with more than 0
    LABELS_MIXED_UP,      // pictures and labels do not belong together
} Cause;

extern const Cause cause;                    // name it
float evidence(const Network *);             // prove it
void network_begin(Network *);               // repair it
float network_step(Network *, float x[SIDE][SIDE], int label);   // the loss
int network_answer(const Network *, float x[SIDE][SIDE]);

#endif
