/* blobs.h: pixels of ink that touch each other. */
#ifndef BLOBS_H
#define BLOBS_H

#include <stdbool.h>

#include "plane.h"

typedef struct Blob {
    int area;      // pixels
    double ink;    // the sum of their ink
    Box box;       // the smallest around it
    bool kept;     // not erased
} Blob;

typedef struct Blobs {
    int count;
    Blob *blob;    // [count]
    int *number;   // of each pixel's blob, 1 … count; 0 where there is none
} Blobs;

Blobs blobs_find(const Plane *ink, float threshold);   // above it; all kept
void blobs_free(Blobs *);
int blobs_largest(const Blobs *);   // the kept one with most ink, or -1
void blobs_erase(Plane *ink, const Blobs *);   // to 0, all that is not kept

// The smallest box around all values above the threshold; its height is 0 or
// less when there is none.
Box box_around(const Plane *, float threshold);

#endif
