/* matmul.c: products of matrices, on the register tile of tile.h.
 *
 * b is taken in columns of two vectors and blocks of DEPTH rows. Such a block stays in the
 * first-level cache while every tile of a's rows passes over it. It is packed first, unless its
 * numbers are adjacent and too few tiles pass for that to pay. Products too large for this blocking
 * go to OpenBLAS.
 */
#include <cblas.h>

#include "cpu.h"
#include "tile.h"

enum { COLUMN = 2 * LANES, DEPTH = 256 };

Matrix matrix(Real *data, int rows, int columns)
{
    return (Matrix){data, rows, columns, columns, 1};
}
Matrix transposed(Matrix m) { return (Matrix){m.data, m.columns, m.rows, m.column, m.row}; }

Matrix matrix_part(Matrix m, Range rows, Range columns)
{
    CHECK(rows.first + rows.count <= m.rows && columns.first + columns.count <= m.columns,
          "a part outside of a %d x %d matrix", m.rows, m.columns);
    m.data += rows.first * m.row + columns.first * m.column;
    m.rows = rows.count;
    m.columns = columns.count;
    return m;
}

// panel(q, f) = b(q, first + f), with zeros beyond b's last column.
static void pack_column(Real *panel, Matrix b, int first)
{
    int width = b.columns - first < COLUMN ? b.columns - first : COLUMN;
    const Real *from = b.data + first * b.column;
    for (int q = 0; q < b.rows; q++) {
        for (int f = 0; f < width; f++) panel[q * COLUMN + f] = from[q * b.row + f * b.column];
        for (int f = width; f < COLUMN; f++) panel[q * COLUMN + f] = 0;
    }
}

// The tile's sums into c, of which `width` columns exist: by way of a full tile where they are few.
static void run_tile(Tile *tile, int steps, Matrix c, int i, int j, int width, bool add)
{
    Real whole[TILE_STEPS * COLUMN];
    Real *place = c.data + i * c.row + j;
    bool narrow = width % LANES != 0;
    tile->c = narrow ? whole : place;
    tile->c_step = narrow ? COLUMN : c.row;
    if (!narrow) {
        tile_run(tile, steps, width / LANES, add);
        return;
    }
    tile_run(tile, steps, width > LANES ? 2 : 1, false);
    for (int p = 0; p < steps; p++)
        for (int f = 0; f < width; f++)
            place[p * c.row + f] = (add ? place[p * c.row + f] : 0) + whole[p * COLUMN + f];
}

// The column of c from j on: tile after tile, the rows of a over this block of b. Tiles share the
// rows evenly: 16 are 8 and 8 of them, not 14 and 2.
static void multiply_column(Matrix c, Matrix a, Matrix b, int j, Real *panel, bool add)
{
    int tiles = (c.rows + TILE_STEPS - 1) / TILE_STEPS;
    int width = c.columns - j < COLUMN ? c.columns - j : COLUMN;
    bool in_place = b.column == 1 && width % LANES == 0 && tiles < 3;
    if (!in_place) pack_column(panel, b, j);
    Tile tile = {.a_step = a.row,
                 .a_along = a.column,
                 .b = in_place ? b.data + j : panel,
                 .b_row = in_place ? b.row : COLUMN,
                 .rows = 1,
                 .length = b.rows};
    for (int k = 0; k < tiles; k++) {
        int first = (int)((int64_t)c.rows * k / tiles),
            next = (int)((int64_t)c.rows * (k + 1) / tiles);
        tile.a = a.data + first * a.row;
        run_tile(&tile, next - first, c, first, j, width, add);
    }
}

// c(i,j) (+)= sum over q of a(i,q) b(q,j), in the order of q: block after block of them, and in
// each a column of b after the other.
static void matmul_tiled(Matrix c, Matrix a, Matrix b, bool add)
{
    Real *panel = scratch_take((size_t)DEPTH * COLUMN);
    for (int q = 0; q < b.rows || q == 0; q += DEPTH) {
        Range block = {q, b.rows - q < DEPTH ? b.rows - q : DEPTH};
        Matrix some_a = matrix_part(a, (Range){0, a.rows}, block),
               some_b = matrix_part(b, block, (Range){0, b.columns});
        for (int j = 0; j < c.columns; j += COLUMN)
            multiply_column(c, some_a, some_b, j, panel, add || q > 0);
    }
    scratch_give(panel);
}

typedef struct Product {
    Matrix c, a, b;
    bool add;
} Product;

// Of a and b either the rows or, in a transposed one, the columns are contiguous, and BLAS is told
// which. A body for for_parts, though it is always the only part.
static void matmul_blas(void *env, int part)
{
    (void)part;
    const Product *p = env;
    bool ta = p->a.column != 1, tb = p->b.column != 1;
    int lda = (int)(ta ? p->a.column : p->a.row), ldb = (int)(tb ? p->b.column : p->b.row);
#ifdef REAL_IS_DOUBLE
    cblas_dgemm
#else
    cblas_sgemm
#endif
        (CblasRowMajor, ta ? CblasTrans : CblasNoTrans, tb ? CblasTrans : CblasNoTrans, p->c.rows,
         p->c.columns, p->a.columns, 1, p->a.data, lda, p->b.data, ldb, p->add, p->c.data,
         (int)p->c.row);
}

// Timed against OpenBLAS 0.3.21, one AVX-512 thread: the tiles take 0.66 to 1.1 times as long on
// the products of the course (64 x 3136 x 32, 128 x 784 x 512, 512³ …), 1.1 to 2.2 times from 1024³
// and 1000 x 60000 on. A function of the shape alone, so that the bits are always the same.
static bool too_large_for_tiles(Matrix a, Matrix b)
{
    return (double)a.rows * a.columns * b.columns > 5e8;
}

// By tiles or, where these are slower, by OpenBLAS, which is called only from within a part.
void matmul(Matrix c, Matrix a, Matrix b, bool add)
{
    CHECK(a.columns == b.rows && c.rows == a.rows && c.columns == b.columns && c.column == 1,
          "%d x %d = %d x %d times %d x %d", c.rows, c.columns, a.rows, a.columns, b.rows,
          b.columns);
    Product product = {c, a, b, add};
    if (!too_large_for_tiles(a, b))
        matmul_tiled(c, a, b, add);
    else if (inside_part())
        matmul_blas(&product, 0);
    else
        for_parts(1, matmul_blas, &product);   // in a part OpenBLAS starts no threads of its own
}
