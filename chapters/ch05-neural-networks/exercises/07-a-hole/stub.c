/* 05-07  A region with a hole                 transfer, further, 60 minutes
 *
 * One layer cuts the plane in two, says the old table, two cut out what is
 * convex, and for anything else it takes three. This region is not convex,
 * and one hidden layer and an output will do, if you choose its weights.
 *
 * Task      set them, as hole.h describes it. Nothing is learned. Asked is
 *           first what the hidden units say of a few points, then what the
 *           network answers, then whether it is right at 99 of 100 points of
 *           regions that you do not see.
 * Example   the side from (2, 0) to (2, 3) of a region that lies to the left
 *           of it: 6 - 3 x_1 is above 0 on that side
 *
 * Check     make check EX=05-07          Stuck?   make hint EX=05-07
 */
#include "hole.h"

#include <math.h>

float set_by_hand(float *w, float *b, float *v, const float *outer,
                  int outer_count, const float *inner, int inner_count)
{
    EXERCISE_TODO();
}
