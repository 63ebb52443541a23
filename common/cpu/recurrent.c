// Recurrent layers over whole sequences, slice by slice (recurrent.h); the cells are in cells.c.
#include "recurrent.h"

#include <string.h>

/* ---- A slice ----------------------------------------------------------------------------------*/

int slices_of(const Tensor *kept) { return (kept->shape.dim[0] + SEQUENCES - 1) / SEQUENCES; }

Slice slice_at(const Tensor *kept, Cell cell, const Tensor *lengths, int index)
{
    static const int blocks[] = {[RNN] = 2, [GRU] = 5, [LSTM] = 7}, gates[] = {1, 4, 4};
    const int *dim = kept->shape.dim;
    Slice s = {.cell = cell, .first = index * SEQUENCES, .steps = dim[1] - 1, .lengths = lengths};
    s.samples = dim[0] - s.first < SEQUENCES ? dim[0] - s.first : SEQUENCES;
    s.hidden = dim[2] / blocks[cell];
    s.width = gates[cell] * s.hidden;
    s.product = cell_gates(cell) * s.hidden;
    size_t steps = (size_t)s.steps, rows = (size_t)s.samples * (size_t)s.hidden;
    s.gates = reals(kept) + (size_t)s.first * sample_count(kept->shape);
    s.h = s.gates + steps * rows * (size_t)gates[cell];
    s.c = s.h + (steps + 1) * rows;        // these two: an LSTM's alone
    s.tanh_c = s.c + (steps + 1) * rows;
    for (int i = 0; i < s.samples; i++) {
        int length = length_of(lengths, s.first + i, s.steps);
        if (length > s.longest) s.longest = length;
    }
    return s;
}

static size_t state_at(const Slice *s, int step, int sample)
{
    return ((size_t)step * (size_t)s->samples + (size_t)sample) * (size_t)s->hidden;
}

Row slice_row(const Slice *s, int step, int sample)
{
    size_t before = state_at(s, step, sample), after = state_at(s, step + 1, sample);
    size_t row = (size_t)step * (size_t)s->samples + (size_t)sample;
    Row r = {.gates = s->gates + row * (size_t)s->width,
             .h_before = s->h + before,
             .h = s->h + after,
             .hidden = s->hidden};
    if (s->cell == LSTM) {
        r.c_before = s->c + before;
        r.c = s->c + after;
        r.tanh_c = s->tanh_c + before;
    }
    return r;
}

bool slice_holds(const Slice *s, int step, int sample)
{
    return present(s->lengths) && step >= ints(s->lengths)[s->first + sample];
}

Matrix slice_gates(const Slice *s, int step)
{
    Real *first = s->gates + (size_t)step * (size_t)s->samples * (size_t)s->width;
    return (Matrix){first, s->samples, s->product, s->width, 1};
}

Matrix slice_states(const Slice *s, int step)
{
    return matrix(s->h + state_at(s, step, 0), s->samples, s->hidden);
}

/* ---- Forward ----------------------------------------------------------------------------------*/

typedef struct Input {
    const Tensor *u, *symbol, *v, *b;
} Input;

// The row of u that a sample's step reads.
static const Real *input_row(const Slice *s, const Input *in, int step, int sample)
{
    size_t row = (size_t)(s->first + sample) * (size_t)s->steps + (size_t)step;
    if (present(in->symbol)) row = symbol_at(in->symbol, row, in->u);
    return reals(in->u) + row * (size_t)s->product;
}

static void copy_row(Real *to, const Real *from, int count)
{
    if (from) memcpy(to, from, (size_t)count * sizeof(Real));
    else memset(to, 0, (size_t)count * sizeof(Real));
}

// What the product with V is added to: u; in a GRU r and z of it, then b, and n of it behind.
static void begin_gates(const Slice *s, const Input *in, int step)
{
    for (int i = 0; i < s->samples; i++) {
        Real *gates = slice_row(s, step, i).gates;
        const Real *u = input_row(s, in, step, i);
        if (s->cell == GRU) {
            int h = s->hidden;
            copy_row(gates, u, 2 * h);
            copy_row(gates + 2 * h, present(in->b) ? reals(in->b) : NULL, h);
            copy_row(gates + 3 * h, u + 2 * h, h);
        } else {
            copy_row(gates, u, s->width);
        }
    }
}

static void hold(const Slice *s, int step, int sample)
{
    Row r = slice_row(s, step, sample);
    copy_row(r.h, r.h_before, s->hidden);
    if (r.c) copy_row(r.c, r.c_before, s->hidden);
}

static void step_forward(const Slice *s, const Input *in, int step)
{
    static ForwardRow *const forward_row[] = {rnn_forward_row, gru_forward_row, lstm_forward_row};
    begin_gates(s, in, step);
    Matrix v = matrix(reals(in->v), s->hidden, s->product);
    matmul(slice_gates(s, step), slice_states(s, step), v, true);
    for (int i = 0; i < s->samples; i++) {
        if (slice_holds(s, step, i)) hold(s, step, i);
        else forward_row[s->cell](slice_row(s, step, i));
    }
}

// h, or h and c, of one step from or to rows of the batch.
static Real *state_row(const Tensor *state, const Slice *s, int sample)
{
    return present(state)
               ? reals(state) + (size_t)(s->first + sample) * sample_count(state->shape)
               : NULL;
}

static void take_start(const Slice *s, const Tensor *start)
{
    for (int i = 0; i < s->samples; i++) {
        const Real *row = state_row(start, s, i);
        copy_row(s->h + state_at(s, 0, i), row, s->hidden);
        if (s->cell == LSTM)
            copy_row(s->c + state_at(s, 0, i), row ? row + s->hidden : NULL, s->hidden);
    }
}

static void give_last(const Slice *s, const Tensor *last)
{
    for (int i = 0; i < s->samples && present(last); i++) {
        Real *row = state_row(last, s, i);
        copy_row(row, s->h + state_at(s, s->longest, i), s->hidden);
        if (s->cell == LSTM)
            copy_row(row + s->hidden, s->c + state_at(s, s->longest, i), s->hidden);
    }
}

// y(n,t) = h after step t, and 0 past the length
static void give_output(const Slice *s, const Tensor *y)
{
    for (int i = 0; i < s->samples; i++) {
        int length = length_of(s->lengths, s->first + i, s->steps);
        Real *row = reals(y) + (size_t)(s->first + i) * sample_count(y->shape);
        for (int t = 0; t < s->steps; t++, row += s->hidden)
            copy_row(row, t < length ? s->h + state_at(s, t + 1, i) : NULL, s->hidden);
    }
}

void recurrent_forward_cpu(Tensor *y, Tensor *last, Tensor *kept, Cell cell, const Tensor *u,
                           const Tensor *symbol, const Tensor *v, const Tensor *b,
                           const Tensor *start, const Tensor *lengths)
{
    Input in = {u, symbol, v, b};
    for (int k = 0; k < slices_of(kept); k++) {
        Slice s = slice_at(kept, cell, lengths, k);
        take_start(&s, start);
        for (int t = 0; t < s.longest; t++) step_forward(&s, &in, t);
        give_output(&s, y);
        give_last(&s, last);
    }
}
