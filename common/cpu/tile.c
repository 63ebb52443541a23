#include "tile.h"

// Of which index the numbers of a are adjacent: that distance is a constant.
typedef enum Adjacent { NEITHER, OF_T, OF_P } Adjacent;

// All but the tile are constants wherever this is inlined: the sums become
// registers.
INLINE void run(const Tile *tile, const int steps, const int vectors,
                const bool add, const Adjacent adjacent)
{
    const ptrdiff_t b_row = tile->b_row;
    const ptrdiff_t step = adjacent == OF_P ? 1 : tile->a_step;
    const ptrdiff_t along = adjacent == OF_T ? 1 : tile->a_along;
    Vector sum[TILE_STEPS][2];
    UNROLL
    for (int p = 0; p < steps; p++) UNROLL
    for (int v = 0; v < vectors; v++) {
        const Real *c = tile->c + p * tile->c_step + v * LANES;
        sum[p][v] = add ? load(c) : (Vector){0};
    }

    const Real *b = tile->b;
    for (int u = 0; u < tile->rows; u++) {
        const Real *a = tile->a + u * tile->a_row;
        for (int t = 0; t < tile->length; t++, a += along, b += b_row) {
            Vector column[2];
            UNROLL
            for (int v = 0; v < vectors; v++)
                column[v] = load(b + v * LANES);
            UNROLL
            for (int p = 0; p < steps; p++) {
                Vector s = all_lanes(a[p * step]);
                UNROLL
                for (int v = 0; v < vectors; v++)
                    sum[p][v] += s * column[v];
            }
        }
    }
    UNROLL
    for (int p = 0; p < steps; p++) UNROLL
    for (int v = 0; v < vectors; v++)
        store(tile->c + p * tile->c_step + v * LANES, sum[p][v]);
}

// From a number of steps that is known when the program runs to one
// that is known to the compiler.
INLINE void run_steps(const Tile *tile, int steps, const int vectors,
                      const bool add, const Adjacent adjacent)
{
    switch (steps) {
    case 1: run(tile, 1, vectors, add, adjacent); break;
    case 2: run(tile, 2, vectors, add, adjacent); break;
    case 3: run(tile, 3, vectors, add, adjacent); break;
    case 4: run(tile, 4, vectors, add, adjacent); break;
    case 5: run(tile, 5, vectors, add, adjacent); break;
    case 6: run(tile, 6, vectors, add, adjacent); break;
#if defined(__AVX512F__) || defined(__aarch64__)
    case 7: run(tile, 7, vectors, add, adjacent); break;
    case 8: run(tile, 8, vectors, add, adjacent); break;
    case 9: run(tile, 9, vectors, add, adjacent); break;
    case 10: run(tile, 10, vectors, add, adjacent); break;
    case 11: run(tile, 11, vectors, add, adjacent); break;
    case 12: run(tile, 12, vectors, add, adjacent); break;
    case 13: run(tile, 13, vectors, add, adjacent); break;
    case 14: run(tile, 14, vectors, add, adjacent); break;
#endif
    default:
        CHECK(false, "a tile has 1 to %d steps, not %d", TILE_STEPS, steps);
    }
}

// The same for vectors and add.
INLINE void run_vectors(const Tile *tile, int steps, int vectors, bool add,
                        const Adjacent adjacent)
{
    if (vectors == 2 && add)
        run_steps(tile, steps, 2, true, adjacent);
    else if (vectors == 2)
        run_steps(tile, steps, 2, false, adjacent);
    else if (add)
        run_steps(tile, steps, 1, true, adjacent);
    else
        run_steps(tile, steps, 1, false, adjacent);
}

void tile_run(const Tile *tile, int steps, int vectors, bool add)
{
    if (tile->a_along == 1)
        run_vectors(tile, steps, vectors, add, OF_T);
    else if (tile->a_step == 1)   // a transposed matrix
        run_vectors(tile, steps, vectors, add, OF_P);
    else
        run_vectors(tile, steps, vectors, add, NEITHER);
}
