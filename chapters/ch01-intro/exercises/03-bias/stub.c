/* 01-03  A bias for every sample                  build, further, 15 minutes
 *
 * Every layer of this book ends like this: each of its units has a bias,
 * which is added for every sample. Here the batch may lie in memory in any
 * way: row after row, transposed, or every second number of something
 * larger.
 *
 * Task      add the bias, as bias.h says.
 * Example   2 samples of 3 units, row after row: sample_step 3, unit_step 1,
 *           y = 0 1 2 3 4 5, bias = 10 20 30, bias_step 1:
 *           y becomes 10 21 32 13 24 35
 *
 * Check     make check EX=01-03          Stuck?   make hint EX=01-03
 */
#include "bias.h"

void add_bias(float *y, const float *bias, int samples, int units,
              int sample_step, int unit_step, int bias_step)
{
    EXERCISE_TODO();
}
