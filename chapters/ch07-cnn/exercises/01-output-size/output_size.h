/* output_size.h: how many numbers a filter gives along one axis.
 *
 * extent    pixels along the axis, at least 1
 * size      pixels of the filter; 1 <= size <= extent + 2 * padding
 * stride    how far the filter moves from one place to the next, at least 1
 * padding   zeros laid before the first pixel, and as many behind the last
 */
#ifndef OUTPUT_SIZE_H
#define OUTPUT_SIZE_H

#include "exercise.h"

int output_size(int extent, int size, int stride, int padding);

#endif
