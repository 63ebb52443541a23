#include "product.h"

#include <string.h>

#include "simd.h"

void product_plain(Product p, int first, int rows)
{
    for (int i = first; i < first + rows; i++)
        for (int j = 0; j < p.n; j++) {
            float sum = 0;
            for (int q = 0; q < p.n; q++)
                sum += p.a[i * p.n + q] * p.b[q * p.n + j];
            p.c[i * p.n + j] = sum;
        }
}

static int least(int a, int b) { return a < b ? a : b; }

// A block of b, 16 KiB, is used by all rows of c before the next is fetched.
enum { BLOCK = 64 };

static void add_block(Product p, int first, int rows, int from, int column)
{
    int end = least(from + BLOCK, p.n), right = least(column + BLOCK, p.n);
    for (int i = first; i < first + rows; i++)
        for (int j = column; j < right; j++) {
            float sum = 0;
            for (int q = from; q < end; q++)
                sum += p.a[i * p.n + q] * p.b[q * p.n + j];
            p.c[i * p.n + j] += sum;
        }
}

void product_blocked(Product p, int first, int rows)
{
    memset(p.c + first * p.n, 0, (size_t)(rows * p.n) * sizeof *p.c);
    for (int from = 0; from < p.n; from += BLOCK)
        for (int column = 0; column < p.n; column += BLOCK)
            add_block(p, first, rows, from, column);
}

// A row of c is a sum of rows of b: neighbours in it stand side by side in a
// register, LANES of them.
static void add_row(float *c, const float *b, float a, int n)
{
    for (int j = 0; j < n; j += LANES)
        store(c + j, load(c + j) + all_lanes(a) * load(b + j));
}

void product_vectors(Product p, int first, int rows)
{
    memset(p.c + first * p.n, 0, (size_t)(rows * p.n) * sizeof *p.c);
    for (int from = 0; from < p.n; from += BLOCK)
        for (int i = first; i < first + rows; i++)
            for (int q = from; q < least(from + BLOCK, p.n); q++)
                add_row(p.c + i * p.n, p.b + q * p.n, p.a[i * p.n + q], p.n);
}
