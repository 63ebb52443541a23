/* learner.h: a network that an experiment trains to compare it with others:
 * the lesson's loop without progress lines, checkpoints and results.
 *
 *     Learner l = learner_new(app, app->seed);
 *     l.input = input(l.graph, REAL, shape(8));
 *     l.target = input(l.graph, I32, shape());
 *     l.output = linear(l.input, 3);
 *     l.loss = softmax_cross_entropy(l.output, l.target);
 *     learner_train(&l, app, &train, (Course){.epochs = 2, .rate = 3e-3});
 *     double right = accuracy(l.input, l.output, &test);
 *     learner_free(&l);
 */
#ifndef LEARNER_H
#define LEARNER_H

#include "app.h"

typedef struct Learner {
    Params *params;
    Graph *graph;
    Node *input, *target, *output, *loss;   // the caller's to make
    Node *lengths;                          // of sequences; or NULL
} Learner;

// The loss of each step. Training that stops early has taken fewer steps.
typedef struct Losses {
    Real *of;
    int steps;
} Losses;

// How a learner is taught. What is left out is as usual.
typedef struct Course {
    int epochs;
    Real rate;
    Optimizer (*optimizer)(Params *);    // NULL: adam_new
    Real (*schedule)(Real rate, int64_t step, int64_t steps);   // one_cycle
    void (*distort)(Batch, const void *how);   // changes a batch; NULL: none
    const void *how;
    // Asked after each epoch, the first is 1: true ends the training.
    bool (*enough)(void *env, int epoch);   // NULL: all epochs
    void *env;
    Losses *losses;                      // the caller frees `of`; NULL: none
} Course;

// `seed` decides first weights, order and distortions.
Learner learner_new(const App *, uint64_t seed);
void learner_free(Learner *);

// Stops early when it is enough, or when the loss is no number any more. (A
// device is asked for it every ten steps, unless the course wants each loss.)
void learner_train(Learner *, App *, const Dataset *, Course);

Real constant_rate(Real rate, int64_t step, int64_t steps);   // a schedule

// The first ten losses, then means of five, until one is no number:
// "row <tab> step <tab> loss".
void write_losses(FILE *, const char *row, const Losses *);

#endif
