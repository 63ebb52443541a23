/* test_golden_recurrent.c: recurrent layers give what PyTorch gives, and what ONNX's operators say,
 * from weights that were brought over as kernels.h describes.
 */
#include "golden.h"

static void read_file(void) { read_golden("tests/golden/recurrent.tsv"); }
TestSuite(golden_recurrent, .init = read_file, .fini = golden_done);

// A layer of ours, and what it gives.
typedef struct Ours {
    Cell cell;
    Tensor x, w, bias, v, b, start, lengths;   // w, bias: of the input's part u = x w + bias
    Tensor u, kept, y, last, du, dstart, dv, db;
} Ours;

static int hidden_of(const Ours *o) { return o->v.shape.dim[0]; }

static Tensor turned(const Tensor *a)   // rows become columns
{
    int rows = a->shape.dim[0], columns = a->shape.dim[1];
    Tensor t = garbage(shape(columns, rows));
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++) reals(&t)[j * rows + i] = reals(a)[i * columns + j];
    return t;
}

// One bias for u: the sum of both, but of a GRU's n the input's alone, and b is the other's.
static void take_biases(Ours *o, const Tensor *input, const Tensor *state)
{
    int h = hidden_of(o), count = cell_gates(o->cell) * h;
    o->bias = copy_of(input);
    o->b = garbage(shape(h));
    for (int j = 0; j < count; j++) {
        if (o->cell == GRU && j >= 2 * h) reals(&o->b)[j - 2 * h] = reals(state)[j];
        else reals(&o->bias)[j] += reals(state)[j];
    }
}

static void run_forward(Ours *o)
{
    const int *dim = o->x.shape.dim, h = hidden_of(o), width = cell_gates(o->cell) * h;
    Tensor x = tensor_reshape(&o->x, shape(dim[0] * dim[1], dim[2]));
    Tensor rows = garbage(shape(dim[0] * dim[1], width));
    linear_forward(&rows, &x, &o->w, &o->bias, NULL, (Range){0, width});
    o->u = tensor_reshape(&rows, shape(dim[0], dim[1], width));
    o->kept = garbage(shape_batch(dim[0], cell_kept(o->cell, dim[1], h)));
    o->y = garbage(shape(dim[0], dim[1], h));
    o->last = garbage(shape(dim[0], cell_states(o->cell) * h));
    recurrent_forward(&o->y, &o->last, &o->kept, o->cell, &o->u, NULL, &o->v, &o->b, &o->start,
                      &o->lengths);
}

static void run_backward(Ours *o, const Tensor *dy)
{
    Tensor back = garbage(shape(o->v.shape.dim[1], hidden_of(o)));
    recurrent_turn(&back, &o->v);
    o->du = garbage(o->u.shape), o->dstart = garbage(o->start.shape);
    o->dv = filled(0, o->v.shape), o->db = filled(0, shape(hidden_of(o)));
    recurrent_backward(&o->du, &o->dstart, &o->kept, o->cell, dy, &back, &o->lengths);
    recurrent_backward_weights(&o->dv, &o->db, NULL, &o->kept, o->cell, NULL, &o->lengths,
                               (Range){0, o->v.shape.dim[1]});
}

/* ---- PyTorch ----------------------------------------------------------------------------------*/

static Ours from_torch(Case c, Cell cell)
{
    Tensor w = given(c, "weight_ih"), v = given(c, "weight_hh");
    Tensor input = given(c, "bias_ih"), state = given(c, "bias_hh");
    Ours o = {.cell = cell, .x = given(c, "x"), .w = turned(&w), .v = turned(&v)};
    o.start = given(c, "start"), o.lengths = given_as(I32, c, "lengths");
    take_biases(&o, &input, &state);
    return o;
}

// Both biases have one gradient, but a GRU's b its own: bias_hh's is ours, put together again.
static void expect_biases(Case c, const Ours *o, const Tensor *dbias)
{
    int h = hidden_of(o);
    Tensor state = copy_of(dbias);
    if (o->cell == GRU) memcpy(reals(&state) + 2 * h, reals(&o->db), (size_t)h * sizeof(Real));
    expect(c, "dbias_ih", dbias);
    expect(c, "dbias_hh", &state);
}

static void expect_torch(Case c, Cell cell)
{
    Ours o = from_torch(c, cell);
    run_forward(&o);
    expect(c, "y", &o.y);
    expect(c, "last", &o.last);
    Tensor dy = given(c, "dy"), dv, dw = filled(0, o.w.shape), dbias = filled(0, o.bias.shape);
    run_backward(&o, &dy);
    expect(c, "dstart", &o.dstart);
    dv = turned(&o.dv);
    expect(c, "dweight_hh", &dv);

    const int *dim = o.x.shape.dim;
    Tensor x = tensor_reshape(&o.x, shape(dim[0] * dim[1], dim[2])), dx = garbage(x.shape);
    Tensor du = tensor_reshape(&o.du, shape(dim[0] * dim[1], o.w.shape.dim[1]));
    linear_backward(&dx, &dw, &dbias, &du, &x, &o.w, (Range){0, dim[2]});
    dw = turned(&dw);
    expect(c, "dx", &dx);
    expect(c, "dweight_ih", &dw);
    expect_biases(c, &o, &dbias);
}

static const char *const names[] = {[RNN] = "rnn", [GRU] = "gru", [LSTM] = "lstm"};

Test(golden_recurrent, pytorch)
{
    for (int cell = RNN; cell <= LSTM; cell++) {
        cr_assert(!has((Case){names[cell], 2}, ""));
        for (int k = 0; k < 2; k++) expect_torch((Case){names[cell], k}, (Cell)cell);
    }
}

/* ---- ONNX -------------------------------------------------------------------------------------*/

// Blocks of h rows, our k-th from ONNX's order[k]-th: r z n from z r h, i f g o from i o f c.
static Tensor blocks_from_onnx(const Tensor *from, int first, Cell cell, int h)
{
    static const int order[3][4] = {[RNN] = {0}, [GRU] = {1, 0, 2}, [LSTM] = {0, 2, 3, 1}};
    int gates = cell_gates(cell);
    bool matrix = from->shape.rank == 3;
    size_t columns = matrix ? (size_t)from->shape.dim[2] : 1, block = (size_t)h * columns;
    Tensor t = garbage(matrix ? shape(gates * h, (int)columns) : shape(gates * h));
    for (int k = 0; k < gates; k++)
        memcpy(reals(&t) + (size_t)k * block,
               reals(from) + (size_t)(first * gates + order[cell][k]) * block,
               block * sizeof(Real));
    return t;
}

// [T, N, D] as [N, T, D]
static Tensor samples_first(const Tensor *x, int steps, int n, int width)
{
    Tensor t = garbage(shape(n, steps, width));
    for (int k = 0; k < steps; k++)
        for (int i = 0; i < n; i++)
            memcpy(reals(&t) + (i * steps + k) * width, reals(x) + (k * n + i) * width,
                   (size_t)width * sizeof(Real));
    return t;
}

static Tensor side_by_side(const Tensor *a, const Tensor *b, int n)
{
    Tensor left = tensor_reshape(a, shape(n, (int)tensor_count(a) / n));
    Tensor right = tensor_reshape(b, shape(n, (int)tensor_count(b) / n));
    Tensor y = garbage(shape(n, left.shape.dim[1] + right.shape.dim[1]));
    concat_forward(&y, &left, &right);
    return y;
}

static void expect_onnx(Cell cell)
{
    char name[16];
    snprintf(name, sizeof name, "onnx_%s", names[cell]);
    Case c = {name, 0};
    Tensor x = given(c, "X"), w = given(c, "W"), r = given(c, "R"), b = given(c, "B");
    int steps = x.shape.dim[0], n = x.shape.dim[1], h = r.shape.dim[2];
    w = blocks_from_onnx(&w, 0, cell, h), r = blocks_from_onnx(&r, 0, cell, h);
    Tensor input = blocks_from_onnx(&b, 0, cell, h), state = blocks_from_onnx(&b, 1, cell, h);
    Ours o = {.cell = cell, .w = turned(&w), .v = turned(&r)};
    o.x = samples_first(&x, steps, n, x.shape.dim[2]);
    o.lengths = given_as(I32, c, "sequence_lens");
    o.start = given(c, "initial_h");
    take_biases(&o, &input, &state);
    Tensor want = given(c, "Y"), last = given(c, "Y_h");
    if (cell == LSTM) {
        Tensor start_c = given(c, "initial_c"), last_c = given(c, "Y_c");
        o.start = side_by_side(&o.start, &start_c, n), last = side_by_side(&last, &last_c, n);
    }
    o.start = tensor_reshape(&o.start, shape(n, cell_states(cell) * h));
    run_forward(&o);
    want = samples_first(&want, steps, n, h);
    expect_close(name, &o.y, &want, ALLOWED);
    expect_close(name, &o.last, &last, ALLOWED);
}

Test(golden_recurrent, onnx)
{
    for (int cell = RNN; cell <= LSTM; cell++) expect_onnx((Cell)cell);
}
