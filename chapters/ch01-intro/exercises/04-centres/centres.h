/* centres.h: one round of k-means.
 *
 * x        [count, features]   points, one after the other
 * centre   [k, features]       centres; moved in place
 * group    [count]             overwritten: the number of the centre that is
 *                              nearest to each point, 0 … k-1, of equally
 *                              near ones the first
 *
 * First every point finds its centre, then every centre becomes the mean of
 * its points. A centre without points stays where it is. count, features and
 * k are at least 1. The arrays are the caller's.
 */
#ifndef CENTRES_H
#define CENTRES_H

#include "exercise.h"

void move_centres(float *centre, float *group, const float *x, int count,
                  int features, int k);

#endif
