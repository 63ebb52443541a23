/* houses.h: Andrew Ng's four houses, in thousands of square feet and of
 * dollars, so that a weight is a price in dollars per square foot.
 */
#ifndef HOUSES_H
#define HOUSES_H

#include "plain.h"

enum { FOUR = 4 };
extern const float four_sizes[FOUR], four_prices[FOUR];
extern const int four_bedrooms[FOUR];
Houses four_houses(void);

// A line of one weight, in memory of its own.
typedef struct Pair {
    float w, b;
} Pair;
Line line_of(Pair *);
Pair best_pair(void);   // no line has a smaller squared error

#endif
