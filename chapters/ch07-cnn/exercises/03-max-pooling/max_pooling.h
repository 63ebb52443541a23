/* max_pooling.h: the largest number of each window, channel by channel.
 *
 * x   [height, width, channels]
 * y   [out_height, out_width, channels], both sizes as in exercise 07-01
 *
 * The window has size x size pixels and moves by `stride`. With padding it
 * may reach over the edge, but what lies outside never wins: padding < size,
 * so every window holds a pixel. x(i,j,c) is x[(i*width + j)*channels + c].
 */
#ifndef MAX_POOLING_H
#define MAX_POOLING_H

#include "exercise.h"

void max_pooling(float *y, const float *x, int height, int width,
                 int channels, int size, int stride, int padding);

#endif
