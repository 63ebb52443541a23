/* houses.h: 2,930 sales in Ames, 73 columns known of each house, and the
 * natural logarithm of its price to be predicted: an error of 0.1 is about a
 * tenth of the price, whatever the house.
 */
#ifndef HOUSES_H
#define HOUSES_H

#include "table_sets.h"

// A fifth of the sales is held out by this seed. The caller frees them.
TableSets houses_new(const char *data, uint64_t seed, Error *);

// Of training rows the first three quarters, and the rest, which chooses.
// Views: do not free them.
typedef struct Quarters {
    Dataset fit, choose;
} Quarters;
Quarters quarters_of(const Dataset *);

#endif
