/* 01-06  Which penguin?                     transfer, further, 100 minutes
 *
 * The first program that learned compared digits with ten means. Here are
 * penguins of three species, with their bills, their flippers and their
 * weights. Is the nearest mean good for them, too? A digit has 784 numbers
 * of one kind, a penguin four that have nothing in common.
 *
 * Task      fill said, as species.h says.
 * Judged    first on small tables, whose answers are known; then on 342
 *           penguins in millimetres and grams, of which every third one is
 *           held out: nine of ten of those must be told rightly.
 * Example   x = 1 3 10 12, one feature, kind = 0 0 1 1: the means are 2 and
 *           11, so 6 is a 0, and 7 is a 1
 *
 * Check     make check EX=01-06          Stuck?   make hint EX=01-06
 */
#include "species.h"

#include <math.h>

void tell_kinds(float *said, const float *asked, int many, const float *x,
                const float *kind, int count, int features, int kinds)
{
    EXERCISE_TODO();
}
