/* 07-01  Output size                             build, core, 10 minutes
 *
 * Lay a filter of `size` pixels at the very start of a row, padding included,
 * and move it by `stride` again and again. How many places are there at which
 * the whole filter still lies on the padded row?
 *
 * Task      return that number. output_size.h says what each argument means.
 * Example   output_size(7, 3, 2, 1) is 4. The padded row has 9 pixels,
 *           numbered 0 to 8; the filter starts at 0, 2, 4 and 6, and there
 *           it covers 6, 7 and 8.
 * Beware    A last step may not fit: output_size(8, 3, 2, 0) is 3, and the
 *           pixel at the end is never seen.
 *
 * Check     make check EX=07-01          Stuck?   make hint EX=07-01
 */
#include "output_size.h"

int output_size(int extent, int size, int stride, int padding)
{
    EXERCISE_TODO();
}
