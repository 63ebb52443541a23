// Linear layers: products of matrices over the whole batch (kernels.h has the equations). Large
// ones go to cuBLAS.
#include "blas.h"

namespace card {

static Matrix matrix(Real *data, int rows, int columns)
{
    return {data, rows, columns, (size_t)columns, 1};
}
static Matrix transposed(Matrix m) { return {m.data, m.columns, m.rows, m.column, m.row}; }
static Matrix rows_of(Matrix m, Range r)
{
    return {m.data + (size_t)r.first * m.row, r.count, m.columns, m.row, m.column};
}
static Matrix columns_of(Matrix m, Range r) { return transposed(rows_of(transposed(m), r)); }

static __device__ Real element(Matrix m, int i, int j)   // 0 outside
{
    return i < m.rows && j < m.columns ? m.data[i * m.row + j * m.column] : 0;
}

enum { SIDE = 16 };

// What becomes of a sum.
struct Ending {
    const Real *bias;   // one a column, or NULL
    bool relu, add;     // add: to what c holds
};
static __device__ Real ended(Real sum, Ending end, int column)
{
    if (end.bias) sum += end.bias[column];
    return end.relu && sum <= 0 ? 0 : sum;
}

// c(i,j) (+)= sum over q of a(i,q) b(q,j): a block computes a square of c, one thread a number of
// it. Each number of a and b is needed SIDE times in the square, so the block first brings a square
// of a and one of b into shared memory, each thread one number, and all add from there; then the
// next pair, until the sums over q are complete, in the order of q. The squares of c are numbered
// row by row, for a grid has room for 2^31 blocks along one axis, for 65,535 along the others.
static __global__ void product(Matrix c, Matrix a, Matrix b, Ending end)
{
    __shared__ Real some_a[SIDE][SIDE], some_b[SIDE][SIDE];
    int i = (int)threadIdx.y, j = (int)threadIdx.x;
    int across = (c.columns + SIDE - 1) / SIDE, square = (int)blockIdx.x;
    int row = square / across * SIDE + i, column = square % across * SIDE + j;
    Real sum = 0;
    for (int q = 0; q < a.columns; q += SIDE) {
        some_a[i][j] = element(a, row, q + j);
        some_b[i][j] = element(b, q + i, column);
        __syncthreads();
        for (int k = 0; k < SIDE; k++) sum += some_a[i][k] * some_b[k][j];
        __syncthreads();
    }
    if (row >= c.rows || column >= c.columns) return;
    Real *place = &c.data[row * c.row + column * c.column];
    *place = ended(end.add ? sum + *place : sum, end, column);
}

// What cuBLAS leaves to do: thread i has number i of c, whose rows are contiguous.
static __global__ void end_sums(Matrix c, Ending end)
{
    size_t i = thread_number(), columns = (size_t)c.columns;
    if (i >= (size_t)c.rows * columns) return;
    Real *place = &c.data[i / columns * c.row + i % columns];
    *place = ended(*place, end, (int)(i % columns));
}

// A function of the shapes alone, so that the bits are always the same. Measured on an H200, with
// kernels that did more than the one above: 64 x 3136 x 128 (26 million multiplications) took them
// 4.4 microseconds and cuBLAS 9.4; 1024 x 3136 x 128 (411 million) 33 and 29.5, and its two
// gradients 117 and 53.
static bool is_large(Matrix a, Matrix b) { return (double)a.rows * a.columns * b.columns > 1e8; }

static void launch_product(Matrix c, Matrix a, Matrix b, Ending end)
{
    if (c.rows == 0 || c.columns == 0) return;
    if (is_large(a, b) && blas_product(c, a, b, end.add)) {
        size_t count = (size_t)c.rows * (size_t)c.columns;
        if (end.bias || end.relu) end_sums<<<blocks_for(count), THREADS, 0, stream>>>(c, end);
        return;
    }
    unsigned across = (unsigned)(c.columns + SIDE - 1) / SIDE;
    unsigned down = (unsigned)(c.rows + SIDE - 1) / SIDE;
    product<<<across * down, dim3(SIDE, SIDE), 0, stream>>>(c, a, b, end);
}

// Block f adds column f: thread t rows t, t + THREADS, …, in double, then the block its threads'.
static __global__ void column_sums(Real *sum, const Real *dy, size_t rows, size_t columns)
{
    double mine = 0;
    for (size_t i = threadIdx.x; i < rows; i += THREADS)
        mine += (double)dy[i * columns + blockIdx.x];
    double total = block_sum(mine);
    if (threadIdx.x == 0) sum[blockIdx.x] += (Real)total;
}

void add_column_sums(Real *sum, const Real *dy, size_t rows, int columns)
{
    if (columns == 0) return;
    column_sums<<<(unsigned)columns, THREADS, 0, stream>>>(sum, dy, rows, (size_t)columns);
}

static int samples(const Tensor *t) { return t->shape.dim[0]; }
static int sample_size(const Tensor *t) { return (int)sample_count(t->shape); }
static Matrix as_matrix(const Tensor *t)   // a sample a row
{
    return matrix(numbers(t), samples(t), sample_size(t));
}

// y = relu?(x w + b), the columns `units` of it
void linear_forward_cuda(Tensor *y, const Tensor *x, const Tensor *w, const Tensor *b,
                         const Epilogue *epilogue, Range units)
{
    const Real *bias = present(b) ? numbers(b) + units.first : NULL;
    launch_product(columns_of(as_matrix(y), units), as_matrix(x), columns_of(as_matrix(w), units),
                   {bias, epilogue && epilogue->relu, false});
}

// dx = dy w', the columns `inputs` of it; dw += x' dy, its rows `inputs`; db += the sum of dy's
// rows
void linear_backward_cuda(Tensor *dx, Tensor *dw, Tensor *db, const Tensor *dy, const Tensor *x,
                          const Tensor *w, Range inputs)
{
    Matrix gradient = as_matrix(dy);
    if (present(dx))
        launch_product(columns_of(as_matrix(dx), inputs), gradient,
                       transposed(rows_of(as_matrix(w), inputs)), {NULL, false, false});
    if (present(dw))
        launch_product(rows_of(as_matrix(dw), inputs),
                       transposed(columns_of(as_matrix(x), inputs)), gradient,
                       {NULL, false, true});
    if (present(db))
        add_column_sums(numbers(db), numbers(dy), (size_t)samples(dy), sample_size(dy));
}

}   // namespace card
