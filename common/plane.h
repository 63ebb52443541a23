/* plane.h: one layer of a picture as real numbers, and what the search for a
 * digit does to it.
 *
 * Memory   plane_new and every function that returns a Plane allocate; the
 *          caller frees with plane_free.
 */
#ifndef PLANE_H
#define PLANE_H

#include <stdint.h>

typedef struct Plane {
    int height, width;
    float *at;   // row by row
} Plane;

// Part of a picture, in its pixels: pixel (i, j) reaches from (i, j) to
// (i + 1, j + 1). A box may lie partly outside.
typedef struct Box {
    double top, left, height, width;
} Box;

// A picture as it was read: grey levels 0 to 255.
typedef struct Picture {
    int height, width;
    const uint8_t *grey;
} Picture;

Plane plane_new(int height, int width);           // all 0
Plane plane_copy(const Plane *);
Plane plane_negative(const Plane *);
void plane_free(Plane *);
int plane_count(const Plane *);
float plane_value(const Plane *, int i, int j);   // 0 outside
double longer_side(Box);

// The box seen at height x width pixels: each is the mean over its share of
// the box, but never over less than a whole pixel. Outside, all counts as 0.
Plane plane_of(const Picture *, Box, int height, int width);
Plane plane_resample(const Plane *, Box, int height, int width);

// Each value becomes a mean of its neighbours with Gaussian weights of
// deviation sigma; past the edge, the edge's own value goes on.
Plane plane_blur(const Plane *, double sigma);

// Strokes get thinner by `radius` on each side: each value becomes the
// smallest within it. Between two whole radii, the result is a mix of both.
Plane plane_erode(const Plane *, double radius);
Plane plane_dilate(const Plane *, double radius);   // thicker: the largest

// What is left when all that is narrower than a square of 2*radius + 1 pixels
// is worn away: each value becomes the largest that such a square around or
// beside it has everywhere. Squares may lie partly outside.
Plane plane_open(const Plane *, int radius);

// What can be reached from the four corners: each value becomes the highest
// level at which a path leads there from a corner, never through less.
Plane plane_from_corners(const Plane *);

#endif
