/* design.h: what the playground is set to: which data, which network.
 *
 *     Design d = design_usual;
 *     if (!design_read(&d, &words, &error)) … error.message …
 *     Node *logit = design_logit(&d, x, NULL);
 */
#ifndef DESIGN_H
#define DESIGN_H

#include "activations.h"
#include "planar.h"

enum { MOST_LAYERS = 12, MOST_PARAMETERS = 4000000 };

typedef enum Penalty { NO_PENALTY, L1, L2, PENALTIES } Penalty;

typedef struct Design {
    PlanarKind kind;
    double noise;   // a share: 0.1
    int inputs;
    PlanarInput input[PLANAR_INPUTS];
    int layers, hidden[MOST_LAYERS];   // units of each; no layers: a line
    const Activation *activation;
    Penalty penalty;
    double strength;   // of the penalty
} Design;
extern const Design design_usual;

// The same as a command line has it. data may be a folder: the usual set.
typedef struct Words {
    const char *data, *inputs, *hidden, *activation, *regularize;
    int noise;   // in per cent, 0 … 50
    double penalty;
} Words;

// False: one line in Error names the option, and what is known.
bool design_read(Design *, const Words *, Error *);
double design_parameters(const Design *);

// The layers above an input of design->inputs numbers. units, if not NULL,
// gets the node of each hidden layer.
Node *design_logit(const Design *, Node *x, Node **units);
// Cross-entropy, and the penalty of all weights that the graph has so far.
Node *design_loss(const Design *, Graph *, Node *logit, Node *target);

#endif
