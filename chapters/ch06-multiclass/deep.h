/* deep.h: many layers of equal width: in plain loops, to see what flows
 * through them before anything is learned, and as a graph that learns.
 *
 * Memory   deep_new allocates, deep_free frees.
 */
#ifndef DEEP_H
#define DEEP_H

#include "learner.h"
#include "plain.h"

enum { DEPTH = 8, WIDTH = 128 };   // hidden layers, and units of each

typedef enum Bend { BY_RELU, BY_TANH } Bend;

// How the weights of a layer are drawn: normal, with a deviation that may
// depend on the numbers of its inputs and outputs.
typedef struct Start {
    const char *name;
    double (*deviation)(int inputs, int outputs);
} Start;
enum { STARTS = 5 };
extern const Start starts[STARTS];
void draw_weights(float *w, int inputs, int outputs, const Start *,
                  uint64_t seed, int layer);

typedef struct Deep {
    Layer layer[DEPTH + 1];   // the last one gives the logits
    Bend bend;
} Deep;
Deep deep_new(int inputs, int classes, Bend, const Start *, uint64_t seed);
void deep_free(Deep *);

// What flowed, over all samples: the root of the mean square of each hidden
// layer's answers, and of the gradient of the loss to its sums.
typedef struct Flow {
    double forward[DEPTH], backward[DEPTH];
} Flow;
// h, where it is not NULL, gets the answers: [DEPTH][count][WIDTH].
Flow deep_flow(const Deep *, Samples, float *h);

// The same network as a graph over digits, bent by ReLU, with these first
// weights; normalised: with batch normalisation before each bend.
Learner deep_learner(const App *, const Start *, bool normalised);

#endif
