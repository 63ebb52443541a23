/* digits.h: a network that reads few digits, and the cures that it may take.
 * What is in the network is week 5's matter: here it is a black box with
 * inputs, weights and answers.
 *
 *     784 pixels -> 100 units, those below 0 cut off -> 10 logits
 *
 * Memory   digits_free frees what digits_load made; a Recipe is plain.
 */
#ifndef DIGITS_H
#define DIGITS_H

#include "app.h"
#include "layers.h"
#include "learner.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE, CLASSES = 10 };

// Training and validation digits of a draw, and test digits: U8 [count, 28,
// 28, 1], labels I32.
typedef struct Digits {
    Dataset train, validation, test;
} Digits;

// All of them, from the files; and some, by chance: `count` that are learned
// from and half as many that choose, of the training file.
Digits digits_all(App *, int least);   // with fewer training digits: the end
int digits_at_most(const Digits *all, int count);   // a sixth of the file
Digits digits_drawn(const Digits *all, int count, uint64_t seed);
void digits_free(Digits *);

// What is done against overfitting. All zero: nothing.
typedef struct Recipe {
    const char *key, *name;
    double penalty;   // lambda of L2; the library adds half of what it gets
    Real dropout;   // the share of units that answer 0
    Real smoothing;   // the share of each target that goes to all classes
    bool normalised;   // batch normalisation
    bool augmented;   // digits moved and turned, anew each time
    bool stopped;   // early, where validation says so
    int times;   // more data: so many times as many digits; 0: once
    int epochs;   // 0: EPOCHS
    Real rate;   // of learning; 0: 0.001
} Recipe;
enum { EPOCHS = 40 };

typedef struct Answer {
    double train_error, test_error;   // shares of digits read wrongly
    double train_loss, test_loss;   // mean cross-entropies, in nats
    int epochs;   // until the numbers that were kept
} Answer;

// A network of its own, from this seed. curve: NULL, or a table that gets a
// line for each epoch: key, epoch, train error, validation error, their loss.
Answer learn_digits(App *, const Digits *, const Recipe *, uint64_t seed,
                    FILE *curve);

// How digits are moved, turned and stretched.
extern const Distortion slight;

// Targets REAL [count, 10]: 1 - share at the label, and share / 10 more at
// each class. tensor_free frees these; the digits are shared.
Dataset smoothed(const Dataset *, Real share);

#endif
