/* plane.h: one layer of a picture as real numbers, and what digit.c does to
 * it.
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

// A picture as it was read, and how to see it as ink: 0 on the background,
// positive where the ink is, whether the ink is dark (sign -1) or light (1).
typedef struct Picture {
    int height, width;
    const uint8_t *grey;
    float background, sign;
} Picture;

Plane plane_new(int height, int width);           // all 0
void plane_free(Plane *);
int plane_count(const Plane *);
float plane_value(const Plane *, int i, int j);   // 0 outside

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

#endif
