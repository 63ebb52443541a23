/* 08-06  The next letter                          build, further, 30 minutes
 *
 * Who always writes the likeliest letter soon writes the same words over and
 * over. So the next letter is drawn: u is a number drawn between 0 and 1, and
 * each letter has as much of that stretch as its share, one behind the other.
 *
 *     T = 1:   |---- a 0.5 ----|-- b 0.25 --|-- c 0.25 --|      u = 0.6: b
 *
 * Task      return the letter in whose part u lies. next_letter.h describes
 *           it.
 * Example   z = 0.6931 0 0, so that e to their powers is 2, 1 and 1: at
 *           T = 1, u = 0.6 gives 1. At T = 0.5 the powers are 4, 1 and 1, and
 *           u = 0.6 gives 0. At T = 0 every u gives 0
 *
 * Check     make check EX=08-06          Stuck?   make hint EX=08-06
 */
#include "next_letter.h"

#include <math.h>

int next_letter(const float *z, int letters, float T, float u)
{
    EXERCISE_TODO();
}
