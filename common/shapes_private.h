/* shapes_private.h: what the checks of shapes.c and shapes_numbers.c have in common. */
#ifndef SHAPES_PRIVATE_H
#define SHAPES_PRIVATE_H

#include "shapes.h"

// That both have as many numbers: "a loss between" [5, 3] and [5, 2].
void expect_alike(const char *what, const Tensor *, const Tensor *);
// That it has so many, unless it is absent: "conv2d: db" [9] for 10 "filters".
void expect_count(const char *what, const Tensor *, size_t count, const char *of);
// That the range lies in 0 … count-1.
void expect_range(const char *what, Range, int count);
int last_axis(const Tensor *);
size_t rows_of(const Tensor *);   // how many rows lie along the last axis

#endif
