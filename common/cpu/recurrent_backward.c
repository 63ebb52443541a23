// The way back through a recurrent layer's steps, and the gradients of its weights (kernels.h).
#include <string.h>

#include "recurrent.h"

// turned = v transposed, square after square: a row of one is a column of the other, and columns
// are far apart in memory.
void recurrent_turn_cpu(Tensor *turned, const Tensor *v)
{
    int rows = v->shape.dim[0], columns = v->shape.dim[1];
    enum { SIDE = 16 };
    for (int first = 0; first < rows; first += SIDE)
        for (int j = 0; j < columns; j++) {
            const Real *from = reals(v) + (size_t)first * columns + j;
            Real *to = reals(turned) + (size_t)j * rows + first;
            for (int i = 0; i < SIDE && first + i < rows; i++) to[i] = from[(size_t)i * columns];
        }
}

// The gradients of a slice's states as they go back, [S, H] each.
typedef struct Back {
    Real *dh, *dc;
} Back;

// dh += dy of the step
static void take_output(const Slice *s, const Back *back, const Tensor *dy, int step, int sample)
{
    Real *dh = back->dh + (size_t)sample * (size_t)s->hidden;
    const Real *row = reals(dy) + ((size_t)(s->first + sample) * (size_t)s->steps + (size_t)step) *
                                      (size_t)s->hidden;
    for (int j = 0; j < s->hidden; j++) dh[j] += row[j];
}

// The gradient of u: the gates' own, but a GRU's n is behind what the reset gate multiplies.
static void give_input(const Slice *s, const Tensor *du, int step, int sample)
{
    if (!present(du)) return;
    size_t size = sizeof(Real), h = (size_t)s->hidden;
    const Real *gates = slice_row(s, step, sample).gates;
    Real *row = reals(du) + ((size_t)(s->first + sample) * (size_t)s->steps + (size_t)step) *
                                (size_t)s->product;
    if (s->cell == GRU) {
        memcpy(row, gates, 2 * h * size);
        memcpy(row + 2 * h, gates + 3 * h, h * size);
    } else {
        memcpy(row, gates, (size_t)s->width * size);
    }
}

// A sequence that is over sends nothing, and lets the gradient of its state pass.
static void step_backward(const Slice *s, const Back *back, const Tensor *dy, const Tensor *turned,
                          int step)
{
    static BackwardRow *const backward_row[] = {rnn_backward_row, gru_backward_row,
                                                lstm_backward_row};
    for (int i = 0; i < s->samples; i++) {
        Row r = slice_row(s, step, i);
        size_t place = (size_t)i * (size_t)s->hidden;
        if (slice_holds(s, step, i)) {
            memset(r.gates, 0, (size_t)s->width * sizeof(Real));
        } else {
            take_output(s, back, dy, step, i);
            backward_row[s->cell](r, back->dh + place, back->dc + place);
        }
    }
    matmul(matrix(back->dh, s->samples, s->hidden), slice_gates(s, step),
           matrix(reals(turned), s->product, s->hidden), true);
}

// dstart = (dh) or (dh, dc) when all steps are done
static void give_start(const Slice *s, const Back *back, const Tensor *dstart)
{
    size_t h = (size_t)s->hidden, width = h * (size_t)cell_states(s->cell);
    for (int i = 0; i < s->samples && present(dstart); i++) {
        Real *row = reals(dstart) + (size_t)(s->first + i) * width;
        memcpy(row, back->dh + (size_t)i * h, h * sizeof(Real));
        if (s->cell == LSTM) memcpy(row + h, back->dc + (size_t)i * h, h * sizeof(Real));
    }
}

// The rows of du that no step writes: beyond the slice's longest sequence.
static void clear_rest(const Slice *s, const Tensor *du)
{
    size_t row = (size_t)s->product, rest = (size_t)(s->steps - s->longest) * row;
    for (int i = 0; i < s->samples && present(du); i++) {
        size_t first = ((size_t)(s->first + i) * (size_t)s->steps + (size_t)s->longest) * row;
        memset(reals(du) + first, 0, rest * sizeof(Real));
    }
}

static void slice_backward(const Slice *s, const Tensor *du, const Tensor *dstart, const Tensor *dy,
                           const Tensor *turned)
{
    size_t count = (size_t)s->samples * (size_t)s->hidden;
    Real *dh = scratch_take(2 * count);
    Back back = {dh, dh + count};
    memset(dh, 0, 2 * count * sizeof(Real));
    clear_rest(s, du);
    for (int t = s->longest - 1; t >= 0; t--) {
        step_backward(s, &back, dy, turned, t);
        for (int i = 0; i < s->samples; i++) give_input(s, du, t, i);
    }
    give_start(s, &back, dstart);
    scratch_give(dh);
}

void recurrent_backward_cpu(Tensor *du, Tensor *dstart, Tensor *kept, Cell cell, const Tensor *dy,
                            const Tensor *turned, const Tensor *lengths)
{
    for (int k = 0; k < slices_of(kept); k++) {
        Slice s = slice_at(kept, cell, lengths, k);
        slice_backward(&s, du, dstart, dy, turned);
    }
}

/* ---- Weights ----------------------------------------------------------------------------------*/

// All steps of the slice as one matrix: some columns of the gates' gradients.
static Matrix all_gates(const Slice *s, Range columns)
{
    return (Matrix){s->gates + columns.first, s->longest * s->samples, columns.count, s->width, 1};
}

// dv += h' of all steps, transposed, times the gates' gradients
static void add_weights(const Slice *s, const Tensor *dv, Range columns)
{
    Matrix states = matrix(s->h, s->longest * s->samples, s->hidden);
    Matrix sum = matrix(reals(dv), s->hidden, s->product);
    sum = matrix_part(sum, (Range){0, s->hidden}, columns);
    matmul(sum, transposed(states), all_gates(s, columns), true);
}

// The part of a range of columns that lies in first … end-1.
static Range within(Range r, int first, int end)
{
    int from = r.first > first ? r.first : first;
    int to = r.first + r.count < end ? r.first + r.count : end;
    return (Range){from, to > from ? to - from : 0};
}

// dtable(symbol, :) += the gradient of u of each step, step after step. The columns of u lie
// `shift` further on among the gates.
static void add_table(const Slice *s, const Tensor *dtable, const Tensor *symbol, Range columns,
                      int shift)
{
    if (columns.count == 0) return;
    for (int t = 0; t < s->longest; t++)
        for (int i = 0; i < s->samples; i++) {
            size_t place = (size_t)(s->first + i) * (size_t)s->steps + (size_t)t;
            size_t v = symbol_at(symbol, place, dtable);
            const Real *from = slice_row(s, t, i).gates + columns.first + shift;
            Real *sum = reals(dtable) + v * (size_t)s->product + columns.first;
            for (int j = 0; j < columns.count; j++) sum[j] += from[j];
        }
}

// As in give_input, a GRU's n lies behind what its reset gate multiplies.
static void add_symbols(const Slice *s, const Tensor *dtable, const Tensor *symbol, Range columns)
{
    int apart = s->cell == GRU ? 2 * s->hidden : s->product;
    add_table(s, dtable, symbol, within(columns, 0, apart), 0);
    add_table(s, dtable, symbol, within(columns, apart, s->product), s->hidden);
}

// db += the sum of the gradients of h' V_n + b, the last third of the columns
static void add_bias(const Slice *s, const Tensor *db, Range columns)
{
    Range last = within(columns, 2 * s->hidden, s->product);
    sum_rows(reals(db) + last.first - 2 * s->hidden, s->gates + last.first,
             s->longest * s->samples, last.count, s->width);
}

static void clear_columns(const Tensor *dtable, Range columns)
{
    size_t width = (size_t)dtable->shape.dim[1];
    for (int v = 0; v < dtable->shape.dim[0]; v++)
        memset(reals(dtable) + (size_t)v * width + columns.first, 0,
               (size_t)columns.count * sizeof(Real));
}

void recurrent_backward_weights_cpu(Tensor *dv, Tensor *db, Tensor *dtable, const Tensor *kept,
                                    Cell cell, const Tensor *symbol, const Tensor *lengths,
                                    Range columns)
{
    if (present(dtable)) clear_columns(dtable, columns);
    for (int n = 0; n < slices_of(kept); n++) {
        Slice s = slice_at(kept, cell, lengths, n);
        add_weights(&s, dv, columns);
        if (present(dtable)) add_symbols(&s, dtable, symbol, columns);
        if (cell == GRU && present(db)) add_bias(&s, db, columns);
    }
}
