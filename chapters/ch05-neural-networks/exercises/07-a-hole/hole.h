/* hole.h: a network of one hidden layer, set by hand, for a region with a
 * hole.
 *
 * outer   [outer_count, 2]   corners of a convex region, one after the other
 *                            against the clock: x_1 and x_2 of each
 * inner   [inner_count, 2]   corners of its hole: convex, in the same order,
 *                            all inside
 *
 * There is a hidden unit for each side: first for those of the region, from
 * each corner to the next and from the last to the first, then for those of
 * the hole. It hands on 1 to the left of its side, as one walks along it,
 * and 0 to the right; count = outer_count + inner_count.
 *
 *     h(j) = 1 where  b(j) + x_1 w(0,j) + x_2 w(1,j) > 0, else 0
 *     z    = bias + sum over j of h(j) v(j)
 *
 * w       [2, count]         w(d,j) is w[d * count + j]; these three arrive
 * b, v    [count]            filled with garbage
 *
 * Returns the bias of z. The answer is a yes where z is above 0: inside the
 * region, but not in the hole. Nobody asks on a line. Both have at least 3
 * corners. The arrays are the caller's.
 */
#ifndef HOLE_H
#define HOLE_H

#include "exercise.h"

float set_by_hand(float *w, float *b, float *v, const float *outer,
                  int outer_count, const float *inner, int inner_count);

#endif
