/* 07-10  A thread, a pixel                    build, further, 25 minutes
 *
 * The convolution once more, on a card. The two loops over the places are
 * gone: each place has a thread, and each thread runs this function once. It
 * finds out which pixel is its own, adds up the products under the filter,
 * and writes one number.
 *
 * Task      write the kernel; convolve.h says which thread has which pixel.
 *           It runs on a simulated card, which watches. What it reports
 *           names the thread and the line.
 * Example   x = 1 2 0    w = 1 -1    y(0,0) = 1 - 2 + 0 + 2 =  1
 *               0 1 3        0  2    y(0,1) = 2 - 0 + 0 + 6 =  8
 *
 *           With blocks of 2 x 2 threads there is one block. Its threads
 *           (1,0) and (1,1) have no pixel.
 *
 * Check     make check EX=07-10          Stuck?   make hint EX=07-10
 */
#include "convolve.h"

__global__ void convolve(float *y, const float *x, const float *w, int height,
                         int width, int size)
{
    EXERCISE_TODO();
}
