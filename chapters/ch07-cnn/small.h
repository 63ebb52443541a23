/* small.h: networks that experiments train beside the lesson's.
 */
#ifndef SMALL_H
#define SMALL_H

#include "learner.h"
#include "lesson.h"

// Digits go in, and the class is asked for: the input and the target.
Learner digit_learner(const App *, uint64_t seed);
// The output is the network's; the loss says how far it is from the target.
void learner_classifies(Learner *, Node *logits);

// A small network for short comparisons. Where all of this is false it has
// two convolutions and a dense layer, as it should be.
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

// puzzle.c: the digit that the chapter opens with, and what two networks read
// in it as it stands and moved.
void write_puzzle(App *, Network *, Learner *dense, const Dataset *test);

#endif
