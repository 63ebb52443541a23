/* parameter_count.h: a network as a list of layers, and what it learns.
 *
 * CONVOLUTION   `count` filters of size x size pixels, over all channels that
 *               arrive; stride 1, so much padding that the picture keeps its
 *               height and width; one bias a filter
 * POOLING       windows of size x size pixels, stride `size`; a rest that
 *               fills no window is dropped
 * LINEAR        `count` units, each with a weight for every number that
 *               arrives, and a bias; what arrives is laid out as one row
 *
 * The first layer gets a picture [height, width, channels]. A LINEAR layer
 * gives `count` numbers: height 1, width 1, `count` channels.
 */
#ifndef PARAMETER_COUNT_H
#define PARAMETER_COUNT_H

#include "exercise.h"

typedef enum Kind { CONVOLUTION, POOLING, LINEAR } Kind;

typedef struct Layer {
    Kind kind;
    int size;    // CONVOLUTION and POOLING
    int count;   // CONVOLUTION and LINEAR
} Layer;

long parameter_count(const Layer *layers, int depth, int height, int width,
                     int channels);

#endif
