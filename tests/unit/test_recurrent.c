/* test_recurrent.c: the kernels of sequences: by hand, against plain loops over many sizes, and, in
 * double, those loops against finite differences. Layers of a graph have test_sequences.c, PyTorch
 * and ONNX test_golden_recurrent.c.
 */
#include "reference_recurrent.h"
#include "sanitized.h"

TestSuite(recurrent, .init = spoil_scratch, .fini = free_tensors);

/* ---- By hand ----------------------------------------------------------------------------------*/

static Tensor symbols(Shape s, const int32_t *values)
{
    Tensor t = exact_tensor(I32, s);
    memcpy(t.data, values, tensor_count(&t) * sizeof(int32_t));
    return t;
}

Test(recurrent, embedding_by_hand)
{
    Tensor w = of(shape(4, 2), 1, 2, 3, 4, 5, 6, 7, 8), y = garbage(shape(1, 5, 2));
    Tensor s = symbols(shape(1, 5), (int32_t[]){3, 0, 2, 3, 1});
    embedding_forward(&y, &s, &w);
    Tensor want = of(y.shape, 7, 8, 1, 2, 5, 6, 7, 8, 3, 4);
    expect_same_bits("y", &y, &want);

    Tensor dy = of(y.shape, 1, 2, 10, 20, 100, 200, 3, 4, 5, 6), dw = filled(1, w.shape);
    embedding_backward(&dw, &dy, &s, (Range){1, 1});
    Tensor half = of(w.shape, 1, 21, 1, 7, 1, 201, 1, 7);
    expect_same_bits("dw, the second column", &dw, &half);
    embedding_backward(&dw, &dy, &s, (Range){0, 1});
    Tensor both = of(w.shape, 11, 21, 6, 7, 101, 201, 5, 7);
    expect_same_bits("dw", &dw, &both);
}

// Three sequences of one number a step, of lengths 2, 0 and 3.
Test(recurrent, last_by_hand)
{
    Tensor x = of(shape(3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9), y = garbage(shape(3, 1));
    Tensor lengths = symbols(shape(3), (int32_t[]){2, 0, 3}), dx = garbage(x.shape);
    last_forward(&y, &x, &lengths);
    Tensor want = of(y.shape, 2, 0, 9), dy = of(y.shape, 10, 20, 30);
    expect_same_bits("y", &y, &want);
    last_backward(&dx, &dy, &lengths);
    Tensor want_dx = of(x.shape, 0, 10, 0, 0, 0, 0, 0, 0, 30);
    expect_same_bits("dx", &dx, &want_dx);
    last_forward(&y, &x, NULL);
    Tensor ends = of(y.shape, 3, 6, 9);
    expect_same_bits("y without lengths", &y, &ends);
}

// One unit that reads 0.5 and 0.25 and pulls 2 times its state along: h1 = tanh(0.5),
// h2 = tanh(0.25 + 2 h1); backwards d2 = 1 - h2², d1 = 2 d2 (1 - h1²), dv = d2 h1.
Test(recurrent, rnn_by_hand)
{
    Tensor u = of(shape(1, 2, 1), 0.5, 0.25), v = of(shape(1, 1), 2), y = garbage(shape(1, 2, 1));
    Tensor last = garbage(shape(1, 1)), kept = garbage(shape_batch(1, cell_kept(RNN, 2, 1)));
    recurrent_forward(&y, &last, &kept, RNN, &u, NULL, &v, NULL, NULL, NULL);
    double h1 = tanh(0.5), h2 = tanh(0.25 + 2 * h1), d2 = 1 - h2 * h2, d1 = 2 * d2 * (1 - h1 * h1);
    Tensor want = of(y.shape, (Real)h1, (Real)h2), end = of(last.shape, (Real)h2);
    expect_close("y", &y, &want, TOLERANCE);
    expect_close("last", &last, &end, TOLERANCE);

    Tensor dy = of(y.shape, 0, 1), du = garbage(u.shape), dv = filled(1, v.shape);
    recurrent_backward(&du, NULL, &kept, RNN, &dy, &v, NULL);
    recurrent_backward_weights(&dv, NULL, NULL, &kept, RNN, NULL, NULL, (Range){0, 1});
    Tensor want_du = of(u.shape, (Real)d1, (Real)d2), want_dv = of(v.shape, (Real)(1 + d2 * h1));
    expect_close("du", &du, &want_du, TOLERANCE);
    expect_close("dv", &dv, &want_dv, TOLERANCE);
}

// All gates half open: c = 0.5 * 3 + 0.5 tanh(0.5), h = tanh(c) / 2.
Test(recurrent, lstm_by_hand)
{
    Tensor u = of(shape(1, 1, 4), 0, 0, 0.5, 0), v = of(shape(1, 4), 1, 2, 3, 4);
    Tensor start = of(shape(1, 2), 0, 3), y = garbage(shape(1, 1, 1)), last = garbage(shape(1, 2));
    Tensor kept = garbage(shape_batch(1, cell_kept(LSTM, 1, 1)));
    recurrent_forward(&y, &last, &kept, LSTM, &u, NULL, &v, NULL, &start, NULL);
    double c = 1.5 + tanh(0.5) / 2;
    Tensor want = of(last.shape, (Real)(tanh(c) / 2), (Real)c);
    expect_close("h and c", &last, &want, TOLERANCE);
}

// The update gate half open, the reset gate too: n = tanh(0.5 + (2 * 3 + 1) / 2), h = (n + 3) / 2.
Test(recurrent, gru_by_hand)
{
    Tensor u = of(shape(1, 1, 3), 0, 0, 0.5), v = of(shape(1, 3), 0, 0, 2), b = of(shape(1), 1);
    Tensor start = of(shape(1, 1), 3), y = garbage(shape(1, 1, 1));
    Tensor kept = garbage(shape_batch(1, cell_kept(GRU, 1, 1)));
    recurrent_forward(&y, NULL, &kept, GRU, &u, NULL, &v, &b, &start, NULL);
    Tensor want = of(y.shape, (Real)((tanh(4) + 3) / 2));
    expect_close("h", &y, &want, TOLERANCE);
}

/* ---- Against plain loops ----------------------------------------------------------------------*/

static Tensor any_symbols(Shape s, int low, int high)
{
    Tensor t = exact_tensor(I32, s);
    for (size_t i = 0; i < tensor_count(&t); i++) ints(&t)[i] = between(low, high);
    return t;
}

static PlainLayer any_layer(Cell cell, int n, int steps, int hidden)
{
    int width = cell_gates(cell) * hidden;
    double size = 1 / sqrt(hidden);
    PlainLayer l = {.cell = cell, .n = n, .steps = steps, .hidden = hidden};
    l.u = uniform(-2, 2, shape(n, steps, width));
    l.v = uniform(-2 * size, 2 * size, shape(hidden, width));
    l.dy = any(shape(n, steps, hidden));
    if (cell == GRU && between(0, 3)) l.b = any(shape(hidden));
    if (between(0, 2)) l.start = any(shape(n, cell_states(cell) * hidden));
    if (between(0, 2)) l.lengths = any_symbols(shape(n), 0, steps);
    return l;
}

// The same layer through the kernels, with what belongs to all of them.
typedef struct Run {
    Tensor kept, turned, y, last, du, dstart, dv, db;
} Run;

static Run room_for(const PlainLayer *l)
{
    int width = cell_gates(l->cell) * l->hidden;
    return (Run){.kept = garbage(shape_batch(l->n, cell_kept(l->cell, l->steps, l->hidden))),
                 .turned = garbage(shape(width, l->hidden)),
                 .y = garbage(l->dy.shape),
                 .last = garbage(shape(l->n, cell_states(l->cell) * l->hidden)),
                 .du = garbage(l->u.shape),
                 .dstart = garbage(shape(l->n, cell_states(l->cell) * l->hidden)),
                 .dv = filled(0, l->v.shape),
                 .db = filled(0, shape(l->hidden))};
}

static Tensor rows(const Tensor *t, int first, int count)
{
    return present(t) ? tensor_rows(t, first, count) : (Tensor){0};
}

// Of some samples alone, as a graph cuts its work.
static void run_samples(const PlainLayer *l, Run *r, int first, int count)
{
    Tensor y = rows(&r->y, first, count), last = rows(&r->last, first, count);
    Tensor kept = rows(&r->kept, first, count), u = rows(&l->u, first, count);
    Tensor start = rows(&l->start, first, count), lengths = rows(&l->lengths, first, count);
    Tensor du = rows(&r->du, first, count), dstart = rows(&r->dstart, first, count);
    Tensor dy = rows(&l->dy, first, count);
    recurrent_forward(&y, &last, &kept, l->cell, &u, NULL, &l->v, &l->b, &start, &lengths);
    recurrent_backward(&du, &dstart, &kept, l->cell, &dy, &r->turned, &lengths);
}

static void run_weights(const PlainLayer *l, Run *r)
{
    int columns = l->v.shape.dim[1], cut = between(0, columns);   // perhaps an empty part
    recurrent_backward_weights(&r->dv, &r->db, NULL, &r->kept, l->cell, NULL, &l->lengths,
                               (Range){0, cut});
    recurrent_backward_weights(&r->dv, &r->db, NULL, &r->kept, l->cell, NULL, &l->lengths,
                               (Range){cut, columns - cut});
}

static void expect_layer(Cell cell, int n, int steps, int hidden)
{
    PlainLayer l = any_layer(cell, n, steps, hidden);
    Run r = room_for(&l);
    plain_forward(&l);
    plain_backward(&l);
    recurrent_turn(&r.turned, &l.v);
    int cut = between(0, n / SEQUENCES) * SEQUENCES;
    run_samples(&l, &r, 0, cut);
    run_samples(&l, &r, cut, n - cut);
    run_weights(&l, &r);
    // Steps multiply what rounding leaves.
    double allowed = 20 * TOLERANCE;
    expect_close("y", &r.y, &l.y, allowed);
    expect_close("last", &r.last, &l.last, allowed);
    expect_close("du", &r.du, &l.du, allowed);
    expect_close("dstart", &r.dstart, &l.dstart, allowed);
    expect_close("dv", &r.dv, &l.dv, allowed);
    if (cell == GRU) expect_close("db", &r.db, &l.db, allowed);
    free_tensors();
}

Test(recurrent, layers_of_every_size)
{
    for (int k = 1; k <= 36; k += usual_or_sanitized(1, 5)) {
        Cell cell = (Cell)(k % 3);
        expect_layer(cell, k, between(1, 7), between(1, 40));
        expect_layer((cell + 1) % 3, between(1, 20), between(1, 12), k);
    }
    for (int k = 0; k < 3; k++) expect_layer((Cell)k, 19, 15, 131);
}

// Symbols that read a table are the same as rows that were copied from it.
static void expect_table(Cell cell)
{
    enum { TABLE = 7 };
    PlainLayer l = any_layer(cell, 11, 6, 21);
    l.lengths = any_symbols(shape(11), 0, 6);
    Tensor table = uniform(-2, 2, shape(TABLE, cell_gates(cell) * 21)), symbol;
    symbol = any_symbols(shape(11, 6), 0, TABLE - 1);
    embedding_forward(&l.u, &symbol, &table);
    Run r = room_for(&l), s = room_for(&l);
    recurrent_turn(&r.turned, &l.v);
    run_samples(&l, &r, 0, 11);
    run_weights(&l, &r);
    recurrent_forward(&s.y, &s.last, &s.kept, cell, &table, &symbol, &l.v, &l.b, &l.start,
                      &l.lengths);
    recurrent_backward(NULL, NULL, &s.kept, cell, &l.dy, &r.turned, &l.lengths);
    Tensor dtable = garbage(table.shape), want = filled(0, table.shape);
    int width = table.shape.dim[1], step = 16;
    for (int first = 0; first < width; first += step)
        recurrent_backward_weights(&s.dv, &s.db, &dtable, &s.kept, cell, &symbol, &l.lengths,
                                   (Range){first, first + step < width ? step : width - first});
    embedding_backward(&want, &r.du, &symbol, (Range){0, table.shape.dim[1]});
    expect_same_bits("y", &s.y, &r.y);
    expect_close("dv", &s.dv, &r.dv, TOLERANCE);
    if (cell == GRU) expect_close("db", &s.db, &r.db, TOLERANCE);
    expect_close("dtable", &dtable, &want, TOLERANCE);
    free_tensors();
}
Test(recurrent, a_table_with_a_row_a_symbol)
{
    for (int k = 0; k < 3; k++) expect_table((Cell)k);
}

// What lies past a length is never seen in a result; a length of 0 leaves the state as it was.
Test(recurrent, what_lies_past_a_length_is_not_seen)
{
    for (int k = 0; k < 3; k++) {
        PlainLayer l = any_layer((Cell)k, 10, 5, 9);
        l.lengths = any_symbols(shape(10), 0, 4);
        ints(&l.lengths)[3] = 0;
        l.start = any(shape(10, cell_states((Cell)k) * 9));
        Run r = room_for(&l), s = room_for(&l);
        recurrent_turn(&r.turned, &l.v), recurrent_turn(&s.turned, &l.v);
        run_samples(&l, &r, 0, 10), run_weights(&l, &r);
        for (int n = 0; n < 10; n++)
            for (int t = ints(&l.lengths)[n]; t < 5; t++) {
                for (int j = 0; j < cell_gates((Cell)k); j++) plain_u(&l, &l.u, n, t, j)[2] = 1e6;
                reals(&l.dy)[(n * 5 + t) * 9 + 4] = 1e6;
            }
        run_samples(&l, &s, 0, 10);
        recurrent_backward_weights(&s.dv, &s.db, NULL, &s.kept, (Cell)k, NULL, &l.lengths,
                                   (Range){0, l.v.shape.dim[1]});
        expect_same_bits("y", &s.y, &r.y);
        expect_same_bits("last", &s.last, &r.last);
        expect_same_bits("du", &s.du, &r.du);
        expect_same_bits("dstart", &s.dstart, &r.dstart);
        expect_close("dv", &s.dv, &r.dv, TOLERANCE);   // cut otherwise
        Tensor still = tensor_rows(&r.last, 3, 1), before = tensor_rows(&l.start, 3, 1);
        expect_same_bits("a state that nothing moved", &still, &before);
    }
}

// Two halves of a sequence, the second beginning where the first ended, are the whole.
Test(recurrent, a_state_that_is_carried)
{
    for (int k = 0; k < 3; k++) {
        PlainLayer l = any_layer((Cell)k, 3, 8, 17);
        l.start = l.lengths = (Tensor){0};
        Run whole = room_for(&l);
        recurrent_forward(&whole.y, &whole.last, &whole.kept, l.cell, &l.u, NULL, &l.v, &l.b, NULL,
                          NULL);
        Tensor state = filled(0, whole.last.shape), y = garbage(shape(3, 2, 17));
        Tensor kept = garbage(shape_batch(3, cell_kept(l.cell, 2, 17)));
        int width = l.u.shape.dim[2];
        for (int t = 0; t < 8; t += 2) {
            Tensor u = garbage(shape(3, 2, width));
            for (int n = 0; n < 3; n++)
                memcpy(reals(&u) + n * 2 * width, plain_u(&l, &l.u, n, t, 0),
                       2 * (size_t)width * sizeof(Real));
            recurrent_forward(&y, &state, &kept, l.cell, &u, NULL, &l.v, &l.b, &state, NULL);
        }
        expect_close("the last state", &state, &whole.last, TOLERANCE);
    }
}

/* ---- Finite differences of the plain loops ----------------------------------------------------*/

#ifdef REAL_IS_DOUBLE

static double loss_of(PlainLayer *l)
{
    plain_forward(l);
    return dot(&l->dy, &l->y);
}

static void expect_slopes(PlainLayer *l, const char *what, const Tensor *x, const Tensor *got)
{
    Tensor want = garbage(x->shape);
    for (size_t i = 0; i < tensor_count(x); i++) {
        Real before = reals(x)[i], h = 1e-5;
        reals(x)[i] = before + h;
        double above = loss_of(l);
        reals(x)[i] = before - h;
        reals(&want)[i] = (above - loss_of(l)) / (2 * h);
        reals(x)[i] = before;
    }
    expect_close(what, got, &want, 1e-7);
}

Test(recurrent, gradients_are_slopes)
{
    for (int k = 0; k < 3; k++) {
        PlainLayer l = any_layer((Cell)k, 9, 5, 4);
        if (k == GRU) l.b = any(shape(4));
        l.start = any(shape(9, cell_states((Cell)k) * 4));
        l.lengths = any_symbols(shape(9), 0, 5);
        Run r = room_for(&l);
        recurrent_turn(&r.turned, &l.v);
        run_samples(&l, &r, 0, 9);
        run_weights(&l, &r);
        expect_slopes(&l, "du", &l.u, &r.du);
        expect_slopes(&l, "dv", &l.v, &r.dv);
        expect_slopes(&l, "dstart", &l.start, &r.dstart);
        if (k == GRU) expect_slopes(&l, "db", &l.b, &r.db);
        free_tensors();
    }
}

#endif
