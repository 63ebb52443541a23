/* steps.h: two operations, each from plain loops to a tuned kernel, step by step.
 *
 * Softmax       p(n,k) = e^z(n,k) / sum over j of e^z(n,j);  z and p are [rows, columns].
 * Convolution   y(n,i,j,f) = sum over u,v of w(u,v,f) x(n, i+u, j+v), without padding:
 *               x [pictures, 28, 28], w [5, 5, 32], y [pictures, 24, 24, 32].
 * Memory        The plain loops work in the host's, all others in the device's. Outputs come first.
 */
#ifndef STEPS_H
#define STEPS_H

enum { THREADS = 256 };   // of a block, a power of two
enum { HELD = 2 };        // numbers of a row that a thread of the last softmax holds

enum {
    SIDE = 28,                  // of a picture
    SIZE = 5,                   // of a filter
    OUT = SIDE - SIZE + 1,      // of the answers
    FILTERS = 32,
    TILE = 8,                   // answers of a block, along each side
    WIDE = TILE + SIZE - 1,     // pixels under them
    TOGETHER = 4                // filters of a thread in the last convolution
};

typedef void Softmax(float *p, const float *z, int rows, int columns);
Softmax softmax_plain, softmax_thread_a_row, softmax_block_a_row, softmax_largest_first,
    softmax_read_once;   // the last one: of at most HELD * THREADS columns

typedef void Convolution(float *y, const float *x, const float *w, int pictures);
Convolution convolution_plain, convolution_thread_a_number, convolution_tile,
    convolution_pixels, convolution_filters;

// The sum of eight numbers by eight threads that do not wait for each other.
enum { EIGHT = 8 };
void sum_without_barriers(float *sum, const float *x);

/* What the schematics show: tables in the folder, for figures/schematic.gp. */

extern const float eight_numbers[EIGHT];
void write_drawings(const char *folder);
// What the loop without barriers gives if each thread runs to its end before the next begins.
float one_after_the_other(int first, int step);

#endif
