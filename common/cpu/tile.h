/* tile.h: the one inner loop of this library: a tile of sums held in
 * registers.
 *
 *     c(p, f) (+)= sum over u, t of
 *         a[p*a_step + u*a_row + t*a_along] * b[(u*length + t)*b_row + f]
 *
 * for `steps` values of p and up to two vectors of f. Depending on what the
 * strides are made to mean, this is four different things:
 *
 *     product of matrices   p a row of A, t the inner index, one u
 *     convolution           p an output pixel, u a row of the filter, t along
 *                           it                       (eq:ch07-convolution)
 *     its gradient to x     the same, over dy and the turned filters
 *                                                   (eq:ch07-input-gradient)
 *     its gradient to w     p a place in the filter, (u, t) the output pixels
 *                                                   (eq:ch07-weight-gradient)
 *
 * A tile of 14 x 2 vectors keeps 28 of AVX-512's 32 registers busy as sums;
 * each loaded b serves 14 products and each loaded a serves two vectors of
 * them, so that the arithmetic, not memory, is what takes time. Machines with
 * 16 registers get 6 x 2.
 */
#ifndef TILE_H
#define TILE_H

#include "../simd.h"

#if defined(__AVX512F__) || defined(__aarch64__)
enum { TILE_STEPS = 14 };
#else
enum { TILE_STEPS = 6 };
#endif

typedef struct Tile {
    const Real *a;
    ptrdiff_t a_step, a_row, a_along;
    const Real *b;     // rows of at least `vectors` whole vectors
    ptrdiff_t b_row;
    int rows, length;  // extent of u and of t
    Real *c;
    ptrdiff_t c_step;
} Tile;

// steps: 1 to TILE_STEPS; vectors: 1 or 2; add: onto what c holds, or from
// zero.
void tile_run(const Tile *, int steps, int vectors, bool add);

#endif
