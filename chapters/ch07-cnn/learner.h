/* learner.h: a network that an experiment trains beside the lesson's.
 */
#ifndef LEARNER_H
#define LEARNER_H

#include "lesson.h"

typedef struct Learner {
    Params *params;
    Graph *graph;
    Node *input, *label, *logits, *loss;
} Learner;

// The loss of each step. Training that stops early has taken fewer steps.
typedef struct Losses {
    Real *of;
    int steps;
} Losses;

// How a learner is taught.
typedef struct Course {
    int epochs;
    Real rate;                         // the highest of one_cycle, or
    bool plain;                        // of plain SGD, constant
    Distortion distortion;             // of pictures, each time they are seen
    Chance chance;                     // that the distortions come from
    Losses *losses;                    // the caller frees `of`; NULL: none
} Course;

// The input, the label and the parameters; the caller adds logits and calls
// learner_loss. `seed` decides first weights, order and distortions.
Learner learner_new(const App *, Shape sample, uint64_t seed);
void learner_loss(Learner *);
void learner_free(Learner *);

// Stops early when the loss is no number any more.
void learner_train(Learner *, App *, const Dataset *, Course);

// small.c: a small network for short comparisons. Where all of this is false
// it has two convolutions and a dense layer, as it should be.
typedef struct Small {
    bool dense;        // no convolutions
    bool normalised;   // batch_norm before each relu
    bool bytes;        // pixels stay 0 … 255
    bool straight;     // no relu, and means instead of maxima: nothing bends
} Small;
enum {
    DIGITS = 6400,   // that it learns from: 100 steps of 64
    JUDGED = 2000    // test digits that a comparison of learners takes
};
Learner small_new(const App *, Small);

// The first ten losses, then means of five, until one is no number:
// "row <tab> step <tab> loss".
void write_losses(FILE *, const char *row, const Losses *);

#endif
