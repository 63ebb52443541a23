/* kmeans.h: groups that nobody has named: each point belongs to the nearest
 * of k centres, each centre is the mean of its points.
 *
 * Shapes   x [count, features]; centre [k, features]; group [count]
 * Source   Lloyd 1982, Least squares quantization in PCM.
 */
#ifndef KMEANS_H
#define KMEANS_H

#include "random.h"

typedef struct Points {
    int count, features;
    const float *x;
} Points;

// The first centre is a point drawn at random; each further one the point
// that is farthest from those that are there.
void place_centres(float *centre, int k, Points, Stream);

// group(n) = the centre that is nearest to point n, of equally near ones the
// first. Returns the mean squared distance.
double assign_points(int *group, const float *centre, int k, Points);

// Each centre becomes the mean of its points; one without points stays where
// it is. Returns the largest squared distance that a centre has moved.
double move_centres(float *centre, const int *group, int k, Points);

// Both in turns until no centre moves. Returns the mean squared distance; the
// rounds are counted in *rounds.
double find_clusters(float *centre, int *group, int k, Points, int *rounds);

#endif
