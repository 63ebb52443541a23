/* cpu.h: the kernels of kernels.h as this device implements them: conv2d_forward_cpu, …
 *
 * What they are given fits: shapes.h has looked.
 */
#ifndef CPU_H
#define CPU_H

#include "../kernels.h"
#include "../parallel.h"
#include "../shapes.h"

#define KERNEL(name, where, parameters, arguments) void name##_cpu parameters;
#include "../kernels.h"

/* matmul.c: the one door to products of matrices. A Matrix is a view: element (i, j) is
 * data[i*row + j*column], so a transposed matrix is the same data with the steps exchanged.
 */
typedef struct Matrix {
    Real *data;
    int rows, columns;
    ptrdiff_t row, column;
} Matrix;
Matrix matrix(Real *data, int rows, int columns);             // row after row
Matrix matrix_part(Matrix, Range rows, Range columns);
Matrix transposed(Matrix);

// c = a b, or c += a b. c's rows must be contiguous. Sums run in a fixed order.
void matmul(Matrix c, Matrix a, Matrix b, bool add);

// sum(f) += dy(0,f) + dy(1,f) + … over `rows` rows of `count` numbers, `step` apart
void sum_rows(Real *sum, const Real *dy, int rows, int count, ptrdiff_t step);

// symbol(i), which CHECKs that it has a row in the table.
size_t symbol_at(const Tensor *symbol, size_t i, const Tensor *table);

// lengths(n), or `steps` where lengths are absent; CHECKs that it is 0 … steps.
int length_of(const Tensor *lengths, int n, int steps);

#endif
