/* recurrent.h: what the cells of recurrent layers have in common: a slice of sequences that go
 * through their steps together.
 *
 * Memory   In what is kept a slice lies time-major: its samples' rows of step 0, then of step 1, …;
 *          so a step's product of matrices reads and writes adjacent rows, and the gradient of
 *          the weights is one product over all steps and samples of the slice. Gates have `width`
 *          numbers a row: the columns of V first. States have T + 1 steps, of which step 0 is the
 *          start, so the state before step t and that after it are steps t and t + 1.
 *
 *              gates [T, S, width]    h [T+1, S, H]    LSTM: c [T+1, S, H], tanh_c [T, S, H]
 */
#ifndef RECURRENT_H
#define RECURRENT_H

#include "cpu.h"

// One sample's step. The backward pass overwrites the gates by their gradients.
typedef struct Row {
    Real *gates;
    const Real *h_before, *c_before;
    Real *h, *c, *tanh_c;
    int hidden;
} Row;

// dh and dc arrive as the gradients of the row's h and c. They leave as the part of the gradients
// of h_before and c_before that does not go through the product with V.
typedef void ForwardRow(Row);
typedef void BackwardRow(Row, Real *dh, Real *dc);
ForwardRow rnn_forward_row, gru_forward_row, lstm_forward_row;
BackwardRow rnn_backward_row, gru_backward_row, lstm_backward_row;

typedef struct Slice {
    Cell cell;
    int first, samples;      // of the tensors that the kernel was given
    int steps, hidden;
    int longest;             // the steps of its longest sequence: nothing is done beyond
    int width;               // of a row of gates
    int product;             // how many of these are columns of V
    const Tensor *lengths;
    Real *gates, *h, *c, *tanh_c;
} Slice;

int slices_of(const Tensor *kept);
Slice slice_at(const Tensor *kept, Cell, const Tensor *lengths, int index);
Row slice_row(const Slice *, int step, int sample);
bool slice_holds(const Slice *, int step, int sample);   // is the sequence over?
// Step t of the gates' columns that V made, of the states before it: [samples, …].
Matrix slice_gates(const Slice *, int step);
Matrix slice_states(const Slice *, int step);

#endif
