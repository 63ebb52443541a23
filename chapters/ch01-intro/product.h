/* product.h: c = a b of square matrices, three times: as the equation says,
 * in blocks that fit into a cache, and with the processor's vectors.
 *
 * Shapes   c, a, b [n, n], row after row; c is overwritten. Of the vectors n
 *          must be a multiple of LANES.
 * Rows     Each computes the rows first … first + rows - 1 of c only, so that
 *          threads can share a product.
 */
#ifndef PRODUCT_H
#define PRODUCT_H

typedef struct Product {
    int n;
    float *c;
    const float *a, *b;
} Product;

// c(i,j) = sum over q of a(i,q) b(q,j)
void product_plain(Product, int first, int rows);
void product_blocked(Product, int first, int rows);
void product_vectors(Product, int first, int rows);

#endif
