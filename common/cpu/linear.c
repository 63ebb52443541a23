// Linear layers: products of matrices over the whole batch (kernels.h has the equations).
#include "cpu.h"
#include "../simd.h"

// y(n,f) = relu?(y(n,f) + b(f)); b may be NULL. What is left of a row beside whole
// vectors is done one by one: a regression has one output, and a vector with one
// number in it costs ten times the number.
static void bias_relu(Matrix y, const Real *b, bool relu)
{
    int whole = y.columns / LANES * LANES;
    for (int n = 0; n < y.rows; n++) {
        Real *row = y.data + n * y.row;
        for (int f = 0; f < whole; f += LANES) {
            Vector v = load(row + f);
            if (b) v += load(b + f);
            store(row + f, relu ? above_zero(v) : v);
        }
        for (int f = whole; f < y.columns; f++) {
            Real v = b ? row[f] + b[f] : row[f];
            row[f] = relu && v <= 0 ? 0 : v;
        }
    }
}

// A vector of columns at a time; down each column the rows are added one after the other.
void sum_rows(Real *sum, const Real *dy, int rows, int count, ptrdiff_t step)
{
    int whole = count / LANES * LANES;
    for (int f = 0; f < whole; f += LANES) {
        Vector s = load(sum + f);
        for (int i = 0; i < rows; i++) s += load(dy + i * step + f);
        store(sum + f, s);
    }
    for (int f = whole; f < count; f++)
        for (int i = 0; i < rows; i++) sum[f] += dy[i * step + f];
}

static int samples(const Tensor *t) { return t->shape.dim[0]; }
static int sample_size(const Tensor *t) { return (int)sample_count(t->shape); }

// A sample a row.
static Matrix as_matrix(const Tensor *t) { return matrix(reals(t), samples(t), sample_size(t)); }

// y = relu?(x w + b), the columns `units` of it
void linear_forward_cpu(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b,
                        const Epilogue *epilogue, Range units)
{
    Range all_samples = {0, samples(x)}, all_inputs = {0, w->shape.dim[0]};
    Matrix c = matrix_part(as_matrix(y), all_samples, units);
    matmul(c, as_matrix(x), matrix_part(as_matrix(w), all_inputs, units), false);

    bool relu = epilogue && epilogue->relu;
    const Real *bias = present(b) ? reals(b) + units.first : NULL;
    if (bias || relu) bias_relu(c, bias, relu);
}

// dx = dy w', the columns `inputs` of it; dw += x' dy, its rows `inputs`; db += the sum of dy's
// rows. (w' is w transposed: the same numbers, seen otherwise.)
void linear_backward_cpu(Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                         const Tensor *w, Range inputs)
{
    Range all_samples = {0, samples(dy)}, all_units = {0, sample_size(dy)};
    if (present(dx)) {
        Matrix part = matrix_part(as_matrix(w), inputs, all_units);
        matmul(matrix_part(as_matrix(dx), all_samples, inputs), as_matrix(dy), transposed(part),
               false);
    }
    if (present(dw)) {
        Matrix part = matrix_part(as_matrix(x), all_samples, inputs);
        matmul(matrix_part(as_matrix(dw), inputs, all_units), transposed(part), as_matrix(dy),
               true);
    }
    if (present(db)) sum_rows(reals(db), reals(dy), samples(dy), sample_size(dy), sample_size(dy));
}
