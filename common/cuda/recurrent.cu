/* recurrent.cu: recurrent layers over whole sequences (kernels.h has the equations).
 *
 * A block has a sample and takes it through all its steps; thread j has units j, j + THREADS, …
 * Between two barriers every thread computes its columns of the product with V, or its units of the
 * cell: what one of them writes the others read only behind a barrier.
 *
 * Memory   Of each sample is kept, one behind the other,
 *              gates [T, width]    h [T+1, H]    LSTM: c [T+1, H], tanh_c [T, H]
 *          with the columns of V first among the gates, and the start as step 0 of the states. A
 *          GRU's gates are r, z, q = h' V_n + b and n.
 */
#include "cuda.h"

namespace card {

struct Layer {
    Cell cell;
    int steps, hidden, width, product;   // product: how many of the gates' columns V has
    size_t kept;                         // numbers a sample
    const int32_t *lengths;
};

static Layer layer_of(const Tensor *kept, Cell cell, const Tensor *lengths, int hidden)
{
    return {cell, kept->shape.dim[1] - 1, hidden, (cell == RNN ? 1 : 4) * hidden,
            cell_gates(cell) * hidden, sample_count(kept->shape), integers(lengths)};
}

// One sample as its block sees it.
struct Sequence {
    Layer layer;
    int length;
    Real *gates, *h, *c, *tanh_c;
};

static __device__ Sequence sequence_of(Layer l, Real *kept, int n)
{
    Real *gates = kept + (size_t)n * l.kept, *h = gates + (size_t)l.steps * l.width;
    Real *c = h + (size_t)(l.steps + 1) * l.hidden, *tanh_c = c + (size_t)(l.steps + 1) * l.hidden;
    int length = l.lengths ? l.lengths[n] : l.steps;
    assert(length >= 0 && length <= l.steps);
    return {l, length, gates, h, c, tanh_c};
}

// Shared memory of a block: so many numbers a unit, which must fit.
static size_t shared_bytes(int a_unit, int hidden)
{
    size_t bytes = (size_t)a_unit * hidden * sizeof(Real);
    CHECK(bytes <= 48 << 10, "%d units in a recurrent layer: at most %zu fit into a block's memory",
          hidden, (size_t)(48 << 10) / (a_unit * sizeof(Real)));
    return bytes;
}

static __device__ Real sigmoid(Real x) { return 1 / (1 + exp(-x)); }

/* ---- The cells: unit j of one step ------------------------------------------------------------*/

// a holds u + h' V, a column each (of a GRU's n: b + h' V_n, and u apart); the gates are kept, and
// the new state is returned.
static __device__ Real rnn_cell(const Real *a, int j) { return tanh(a[j]); }

// n = tanh(u_n + r q),  h = (1 - z) n + z h' = n + z (h' - n)
static __device__ Real gru_cell(Real *gates, const Real *a, const Real *u, Real before, int hidden,
                                int j)
{
    Real r = sigmoid(a[j]), z = sigmoid(a[hidden + j]), q = a[2 * hidden + j];
    Real n = tanh(u[2 * hidden + j] + r * q);
    gates[j] = r;
    gates[hidden + j] = z;
    gates[2 * hidden + j] = q;
    gates[3 * hidden + j] = n;
    return n + z * (before - n);
}

// c = f c' + i g,  h = o tanh(c)
static __device__ Real lstm_cell(Real *gates, Real *c, Real *tanh_c, const Real *a, Real before,
                                 int hidden, int j)
{
    Real i = sigmoid(a[j]), f = sigmoid(a[hidden + j]);
    Real g = tanh(a[2 * hidden + j]), o = sigmoid(a[3 * hidden + j]);
    gates[j] = i;
    gates[hidden + j] = f;
    gates[2 * hidden + j] = g;
    gates[3 * hidden + j] = o;
    c[j] = f * before + i * g;
    tanh_c[j] = tanh(c[j]);
    return o * tanh_c[j];
}

/* ---- Forward ----------------------------------------------------------------------------------*/

struct Input {
    const Real *u, *v, *b, *start;
    const int32_t *symbol;
    int symbols;           // rows of u where there are symbols
};

// The row of u that step t of sample n reads.
static __device__ const Real *input_row(Input in, const Sequence &s, int n, int t)
{
    size_t row = (size_t)n * s.layer.steps + t;
    if (in.symbol) {
        assert(in.symbol[row] >= 0 && in.symbol[row] < in.symbols);
        row = (size_t)in.symbol[row];
    }
    return in.u + row * (size_t)s.layer.product;
}

// a(k) = u(k) + sum over i of h'(i) v(i,k), where a GRU's n has b(k) for u(k)
static __device__ void add_product(Real *a, Input in, const Sequence &s, const Real *u,
                                   const Real *before)
{
    int hidden = s.layer.hidden, product = s.layer.product;
    for (int k = (int)threadIdx.x; k < product; k += THREADS) {
        Real sum = u[k];
        if (s.layer.cell == GRU && k >= 2 * hidden) sum = in.b ? in.b[k - 2 * hidden] : 0;
        for (int i = 0; i < hidden; i++) sum += before[i] * in.v[(size_t)i * product + k];
        a[k] = sum;
    }
}

// Unit j's new state after step t, which everybody reads in the next.
static __device__ void step_unit(const Sequence &s, const Real *a, const Real *u, int t, int j)
{
    Real *gates = s.gates + (size_t)t * s.layer.width;
    int hidden = s.layer.hidden;
    size_t row = (size_t)t * hidden;
    Real h;
    if (s.layer.cell == RNN) {
        h = rnn_cell(a, j);
        gates[j] = h;
    } else if (s.layer.cell == GRU) {
        h = gru_cell(gates, a, u, s.h[row + j], hidden, j);
    } else {
        h = lstm_cell(gates, s.c + row + hidden, s.tanh_c + row, a, s.c[row + j], hidden, j);
    }
    s.h[row + hidden + j] = h;
}

static __device__ void begin_states(const Sequence &s, const Real *start, int n)
{
    int states = s.layer.cell == LSTM ? 2 : 1;
    const Real *row = start ? start + (size_t)n * states * s.layer.hidden : NULL;
    for (int j = (int)threadIdx.x; j < s.layer.hidden; j += THREADS) {
        s.h[j] = row ? row[j] : 0;
        if (s.layer.cell == LSTM) s.c[j] = row ? row[s.layer.hidden + j] : 0;
    }
}

// y(t) = h after step t, and 0 past the length; last is the state after the last step.
static __device__ void give_results(Real *y, Real *last, const Sequence &s, int n)
{
    int steps = s.layer.steps, hidden = s.layer.hidden;
    bool lstm = s.layer.cell == LSTM;
    for (int j = (int)threadIdx.x; j < hidden; j += THREADS) {
        Real *row = y + (size_t)n * steps * hidden + j;
        for (int t = 0; t < steps; t++)
            row[(size_t)t * hidden] = t < s.length ? s.h[(size_t)(t + 1) * hidden + j] : 0;
        if (!last) continue;
        Real *state = last + (size_t)n * (lstm ? 2 : 1) * hidden;
        state[j] = s.h[(size_t)s.length * hidden + j];
        if (lstm) state[hidden + j] = s.c[(size_t)s.length * hidden + j];
    }
}

// Block n takes sample n through its steps: y [N, T, H], last [N, states H], kept [N, cell_kept].
static __global__ void run_sequences(Real *y, Real *last, Real *kept, Layer layer, Input in)
{
    extern __shared__ Real a[];   // [product]
    int n = (int)blockIdx.x;
    Sequence s = sequence_of(layer, kept, n);
    begin_states(s, in.start, n);
    for (int t = 0; t < s.length; t++) {
        const Real *u = input_row(in, s, n, t);
        __syncthreads();
        add_product(a, in, s, u, s.h + (size_t)t * s.layer.hidden);
        __syncthreads();
        for (int j = (int)threadIdx.x; j < s.layer.hidden; j += THREADS) step_unit(s, a, u, t, j);
    }
    give_results(y, last, s, n);
}

void recurrent_forward_cuda(Tensor *y, Tensor *last, Tensor *kept, Cell cell, const Tensor *u,
                            const Tensor *symbol, const Tensor *v, const Tensor *b,
                            const Tensor *start, const Tensor *lengths)
{
    int samples = y->shape.dim[0], hidden = y->shape.dim[2];
    Layer layer = layer_of(kept, cell, lengths, hidden);
    Input in = {numbers(u), numbers(v), numbers(b), numbers(start), integers(symbol),
                u->shape.dim[0]};
    if (samples == 0) return;
    run_sequences<<<(unsigned)samples, THREADS, shared_bytes(cell_gates(cell), hidden), stream>>>(
        numbers(y), numbers(last), numbers(kept), layer, in);
}

/* ---- Backward ---------------------------------------------------------------------------------*/

// turned(k,i) = v(i,k), of v [H, G H]: thread i has number i of `turned`, [G H, H]
static __global__ void turn_weights(Real *turned, const Real *v, size_t rows, size_t columns)
{
    size_t i = thread_number();
    if (i < rows * columns) turned[i] = v[i % rows * columns + i / rows];
}

void recurrent_turn_cuda(Tensor *turned, const Tensor *v)
{
    size_t count = tensor_count(turned);
    turn_weights<<<blocks_for(count), THREADS, 0, stream>>>(
        numbers(turned), numbers(v), (size_t)v->shape.dim[0], (size_t)v->shape.dim[1]);
}

// Each overwrites unit j's gates by their gradients, and returns what of d, the gradient of h, goes
// straight to h'.

// da = d (1 - h²)
static __device__ Real rnn_back(Real *gates, Real d, int j)
{
    gates[j] = d * (1 - gates[j] * gates[j]);
    return 0;
}

// da_n = d (1 - z) (1 - n²),  dq = da_n r,  da_r = da_n q r (1 - r),  da_z = d (h' - n) z (1 - z)
static __device__ Real gru_back(Real *gates, Real before, Real d, int hidden, int j)
{
    Real r = gates[j], z = gates[hidden + j], q = gates[2 * hidden + j], n = gates[3 * hidden + j];
    Real dn = d * (1 - z) * (1 - n * n);
    gates[j] = dn * q * r * (1 - r);
    gates[hidden + j] = d * (before - n) * z * (1 - z);
    gates[2 * hidden + j] = dn * r;
    gates[3 * hidden + j] = dn;
    return d * z;
}

// With t = tanh(c):  dc += d o (1 - t²),  da_o = d t o (1 - o),  da_i = dc g i (1 - i),
// da_f = dc c' f (1 - f),  da_g = dc i (1 - g²),  dc' = dc f
static __device__ Real lstm_back(Real *gates, Real *dc, Real t, Real before, Real d, int hidden,
                                 int j)
{
    Real i = gates[j], f = gates[hidden + j], g = gates[2 * hidden + j], o = gates[3 * hidden + j];
    Real e = dc[j] + d * o * (1 - t * t);
    gates[j] = e * g * i * (1 - i);
    gates[hidden + j] = e * before * f * (1 - f);
    gates[2 * hidden + j] = e * i * (1 - g * g);
    gates[3 * hidden + j] = d * t * o * (1 - o);
    dc[j] = e * f;
    return 0;
}

// Unit j back through step t: dh(j) is left as the part that does not go through the product.
static __device__ void unit_back(const Sequence &s, Real *dh, Real *dc, const Real *dy, int t,
                                 int j)
{
    Real *gates = s.gates + (size_t)t * s.layer.width;
    size_t row = (size_t)t * s.layer.hidden;
    Real d = dh[j] + dy[row + j];
    if (s.layer.cell == RNN) dh[j] = rnn_back(gates, d, j);
    else if (s.layer.cell == GRU) dh[j] = gru_back(gates, s.h[row + j], d, s.layer.hidden, j);
    else dh[j] = lstm_back(gates, dc, s.tanh_c[row + j], s.c[row + j], d, s.layer.hidden, j);
}

// Which of the gates' columns is column k of u: a GRU's n is behind what its reset gate multiplies.
static __device__ int gate_of(const Layer &l, int k)
{
    return l.cell == GRU && k >= 2 * l.hidden ? k + l.hidden : k;
}

static __device__ void give_input(Real *du, const Sequence &s, int n)
{
    Real *first = du + (size_t)n * s.layer.steps * s.layer.product;
    for (int t = 0; t < s.layer.steps; t++)
        for (int k = (int)threadIdx.x; k < s.layer.product; k += THREADS)
            first[(size_t)t * s.layer.product + k] =
                t < s.length ? s.gates[(size_t)t * s.layer.width + gate_of(s.layer, k)] : 0;
}

static __device__ void give_start(Real *dstart, const Sequence &s, const Real *dh, const Real *dc,
                                  int n)
{
    Real *row = dstart + (size_t)n * (s.layer.cell == LSTM ? 2 : 1) * s.layer.hidden;
    for (int j = (int)threadIdx.x; j < s.layer.hidden; j += THREADS) {
        row[j] = dh[j];
        if (s.layer.cell == LSTM) row[s.layer.hidden + j] = dc[j];
    }
}

// Block n takes sample n back, du [N, T, G H], dstart [N, states H], dy [N, T, H], turned [G H, H].
// A sequence that is over sends nothing: it begins at its last step.
static __global__ void sequences_back(Real *du, Real *dstart, Real *kept, Layer layer,
                                      const Real *dy, const Real *turned)
{
    extern __shared__ Real dh[];   // [H], and behind it dc [H]: unit j's belong to its thread
    int n = (int)blockIdx.x;
    Sequence s = sequence_of(layer, kept, n);
    Real *dc = dh + s.layer.hidden;
    for (int j = (int)threadIdx.x; j < s.layer.hidden; j += THREADS) dh[j] = dc[j] = 0;
    for (int t = s.length - 1; t >= 0; t--) {
        const Real *gates = s.gates + (size_t)t * s.layer.width;
        for (int j = (int)threadIdx.x; j < s.layer.hidden; j += THREADS)
            unit_back(s, dh, dc, dy + (size_t)n * s.layer.steps * s.layer.hidden, t, j);
        __syncthreads();   // now the gradients of all gates are there
        for (int j = (int)threadIdx.x; j < s.layer.hidden; j += THREADS)
            for (int k = 0; k < s.layer.product; k++)
                dh[j] += gates[k] * turned[(size_t)k * s.layer.hidden + j];
    }
    __syncthreads();
    if (du) give_input(du, s, n);
    if (dstart) give_start(dstart, s, dh, dc, n);
}

void recurrent_backward_cuda(Tensor *du, Tensor *dstart, Tensor *kept, Cell cell, const Tensor *dy,
                             const Tensor *turned, const Tensor *lengths)
{
    int samples = dy->shape.dim[0], hidden = dy->shape.dim[2];
    Layer layer = layer_of(kept, cell, lengths, hidden);
    if (samples == 0) return;
    sequences_back<<<(unsigned)samples, THREADS, shared_bytes(2, hidden), stream>>>(
        numbers(du), numbers(dstart), numbers(kept), layer, numbers(dy), numbers(turned));
}

/* ---- Weights ----------------------------------------------------------------------------------*/

// dv(i,k) += sum over n, t of h'(i) times the gradient of gate k, in dv [H, G H]. With so many
// columns of it to do, thread i * columns + k has number (i, k) of these.
static __global__ void add_weights(Real *dv, Real *kept, Layer layer, int samples, Range columns)
{
    size_t place = thread_number();
    size_t i = place / (size_t)columns.count;
    size_t k = (size_t)columns.first + place % (size_t)columns.count;
    if (i >= (size_t)layer.hidden) return;
    Real sum = 0;
    for (int n = 0; n < samples; n++) {
        Sequence s = sequence_of(layer, kept, n);
        for (int t = 0; t < s.length; t++)
            sum += s.h[(size_t)t * s.layer.hidden + i] * s.gates[(size_t)t * s.layer.width + k];
    }
    dv[i * (size_t)layer.product + k] += sum;
}

// db(k) += the sum over n, t of the gradients of q(k), a GRU's alone: thread k
static __global__ void add_bias(Real *db, Real *kept, Layer layer, int samples)
{
    size_t k = thread_number();
    if (k >= (size_t)layer.hidden) return;
    Real sum = 0;
    for (int n = 0; n < samples; n++) {
        Sequence s = sequence_of(layer, kept, n);
        for (int t = 0; t < s.length; t++)
            sum += s.gates[(size_t)t * s.layer.width + 2 * (size_t)s.layer.hidden + k];
    }
    db[k] += sum;
}

// dtable(v,k) = sum of the gradients of u(k) of all steps whose symbol is v, sequence after
// sequence, in dtable [V, G H]: thread v * columns + k, as above, looks at every step.
static __global__ void table_sums(Real *dtable, Real *kept, Layer layer, const int32_t *symbol,
                                  int symbols, int samples, Range columns)
{
    size_t place = thread_number();
    int v = (int)(place / (size_t)columns.count);
    int k = columns.first + (int)(place % (size_t)columns.count);
    if (v >= symbols) return;
    Real sum = 0;
    for (int n = 0; n < samples; n++) {
        Sequence s = sequence_of(layer, kept, n);
        for (int t = 0; t < s.length; t++)
            if (symbol[(size_t)n * s.layer.steps + t] == v)
                sum += s.gates[(size_t)t * s.layer.width + gate_of(s.layer, k)];
    }
    dtable[(size_t)v * layer.product + k] = sum;
}

// A GRU's bias is added up with the whole of its columns, which are the last third of V's.
void recurrent_backward_weights_cuda(Tensor *dv, Tensor *db, Tensor *dtable, const Tensor *kept,
                                     Cell cell, const Tensor *symbol, const Tensor *lengths,
                                     Range columns)
{
    int hidden = dv->shape.dim[0], samples = kept->shape.dim[0];
    Layer layer = layer_of(kept, cell, lengths, hidden);
    if (columns.count == 0) return;
    size_t each_row = (size_t)columns.count;
    add_weights<<<blocks_for((size_t)hidden * each_row), THREADS, 0, stream>>>(
        numbers(dv), numbers(kept), layer, samples, columns);
    if (cell == GRU && present(db) && columns.first + columns.count == layer.product)
        add_bias<<<blocks_for((size_t)hidden), THREADS, 0, stream>>>(numbers(db), numbers(kept),
                                                                     layer, samples);
    if (!present(dtable)) return;
    int symbols = dtable->shape.dim[0];
    table_sums<<<blocks_for((size_t)symbols * each_row), THREADS, 0, stream>>>(
        numbers(dtable), numbers(kept), layer, integers(symbol), symbols, samples, columns);
}

}   // namespace card
