/* blas.h: products of matrices by cuBLAS, NVIDIA's library of them.
 *
 * The build needs neither its headers nor its library: it is opened when a product is large enough
 * for it (linear.cu), and its functions are found by name. Where it cannot be had our own kernel
 * does all products, and the reader is told once.
 */
#ifndef CUDA_BLAS_H
#define CUDA_BLAS_H

#include "cuda.h"

namespace card {

// Element (i, j) is data[i row + j column], so a transposed matrix is the same data with the steps
// exchanged.
struct Matrix {
    Real *data;
    int rows, columns;
    size_t row, column;
};

// c = a b, or c += a b. Of each matrix the rows or, if it is a or b, the columns are contiguous.
// False, and nothing is done, where there is no cuBLAS.
bool blas_product(Matrix c, Matrix a, Matrix b, bool add);

}   // namespace card

#endif
