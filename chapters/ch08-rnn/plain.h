/* plain.h: recurrent cells as their equations say them, one sequence, one
 * step, one number at a time. These loops are the specification; the library
 * computes the same, many times faster.
 *
 * Shapes   x [steps, inputs]; h, dh [steps + 1, hidden]: h[0] is the state
 *          before the first step, and each step adds one.
 * Memory   All arrays are the caller's. Gradients of weights are added to.
 * Numbers  Real is float; the tests build all of it in double, too.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "tensor.h"

// A cell of one number: h = tanh(w x + v h' + b), with h' the step before.
typedef struct Scalar {
    Real w, v, b;
} Scalar;
void scalar_forward(Real *h, const Real *x, Scalar, int steps);
// dh arrives with what each step's own loss says of h, and leaves with what
// all later steps say, too.
Scalar scalar_backward(Real *dh, const Real *h, const Real *x, Scalar,
                       int steps);

// The same of vectors: w [inputs, hidden], v [hidden, hidden], b [hidden].
typedef struct Cells {
    int inputs, hidden;
    Real *w, *v, *b;
} Cells;
Cells cells_new(int inputs, int hidden);   // of zeros
void cells_free(Cells *);
void cells_forward(Real *h, const Real *x, const Cells *, int steps);
void cells_backward(Cells *gradient, Real *dh, const Real *h, const Real *x,
                    const Cells *, int steps);

// One step of a cell with gates, of its input's part u [gates * hidden] and
// its weights v [hidden, gates * hidden]; the gates' order is the library's.
// h and c [hidden] are the state before, and become the state after it.
typedef struct LstmGates {
    Real *i, *f, *g, *o;   // [hidden]: input, forget, candidate, output
} LstmGates;
void lstm_step(Real *h, Real *c, LstmGates, const Real *u, const Real *v,
               int hidden);
typedef struct GruGates {
    Real *r, *z, *n;   // [hidden]: reset, update, candidate
} GruGates;
// b [hidden] is added to h' v before the reset gate.
void gru_step(Real *h, GruGates, const Real *u, const Real *v, const Real *b,
              int hidden);

#endif
