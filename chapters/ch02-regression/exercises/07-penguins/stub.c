/* 02-07  Penguins                             transfer, further, 80 minutes
 *
 * On three islands near the Antarctic somebody measured penguins: flippers,
 * bills, and by how many grams they were heavy. The animals are not houses.
 * What changes? How you find the plane is up to you.
 *
 * Task      fill w and b, as penguins.h says. No library will do it for you.
 * Judged    first on small tables, where w and b must be those of the best
 *           plane, to four digits; then on 333 penguins in millimetres and
 *           grams, of which every third one is held out: three quarters of
 *           what differs between those must be explained.
 * Example   x = 1 2 4, t = 3 5 9, one feature: w = 2, b = 1
 *
 * Check     make check EX=02-07          Stuck?   make hint EX=02-07
 */
#include "penguins.h"

#include <math.h>

void learn(float *w, float *b, const float *x, const float *t, int count,
           int features)
{
    EXERCISE_TODO();
}
