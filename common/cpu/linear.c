// Linear layers: products of matrices over the whole batch (kernels.h has the equations).
#include "cpu.h"
#include "../simd.h"

void bias_relu(Real *y, const Real *b, int count, bool relu)
{
    for (int f = 0; f < count; f += LANES) {
        Vector v = load_upto(y + f, count - f);
        if (b) v += load_upto(b + f, count - f);
        if (relu) v = above_zero(v);
        store_upto(y + f, v, count - f);
    }
}

void sum_rows(Real *sum, const Real *dy, int rows, int count, ptrdiff_t step)
{
    for (int f = 0; f < count; f += LANES) {
        Vector s = load_upto(sum + f, count - f);
        for (int i = 0; i < rows; i++) s += load_upto(dy + i * step + f, count - f);
        store_upto(sum + f, s, count - f);
    }
}

static int samples(const Tensor *t) { return t->shape.dim[0]; }
static int sample_size(const Tensor *t) { return (int)shape_count(shape_sample(t->shape)); }

static Matrix as_matrix(const Tensor *t) { return matrix(reals(t), samples(t), sample_size(t)); }

static void check_linear(const Tensor *y, const Tensor *x, const Tensor *w)
{
    CHECK(w->shape.rank == 2 && samples(y) == samples(x) && sample_size(x) == w->shape.dim[0] &&
              sample_size(y) == w->shape.dim[1],
          "linear: y %s = x %s times w %s", shape_text(y->shape).text, shape_text(x->shape).text,
          shape_text(w->shape).text);
}

void linear_forward_cpu(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b,
                        const Epilogue *epilogue, Range units)
{
    check_linear(y, x, w);
    Range all_samples = {0, samples(x)}, all_inputs = {0, w->shape.dim[0]};
    Matrix c = matrix_part(as_matrix(y), all_samples, units);
    matmul(c, as_matrix(x), matrix_part(as_matrix(w), all_inputs, units), false);

    CHECK(!present(b) || tensor_count(b) == (size_t)w->shape.dim[1], "linear: a bias %s for %d units",
          shape_text(b->shape).text, w->shape.dim[1]);
    bool relu = epilogue && epilogue->relu;
    const Real *bias = present(b) ? reals(b) + units.first : NULL;
    if (!bias && !relu) return;
    for (int n = 0; n < c.rows; n++) bias_relu(c.data + n * c.row, bias, c.columns, relu);
}

void linear_backward_cpu(Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                         const Tensor *w, Range inputs)
{
    Range all_samples = {0, samples(dy)}, all_units = {0, sample_size(dy)};
    if (present(dx)) {
        check_linear(dy, dx, w);
        Matrix part = matrix_part(as_matrix(w), inputs, all_units);
        matmul(matrix_part(as_matrix(dx), all_samples, inputs), as_matrix(dy), transposed(part),
               false);
    }
    if (present(dw)) {
        check_linear(dy, x, dw);
        Matrix part = matrix_part(as_matrix(x), all_samples, inputs);
        matmul(matrix_part(as_matrix(dw), inputs, all_units), transposed(part), as_matrix(dy),
               true);
    }
    CHECK(!present(db) || tensor_count(db) == (size_t)sample_size(dy), "linear: db %s for dy %s",
          shape_text(db->shape).text, shape_text(dy->shape).text);
    if (present(db)) sum_rows(reals(db), reals(dy), samples(dy), sample_size(dy), sample_size(dy));
}
