#include "max_pooling.h"

#include <math.h>

// The largest of a stretch is the larger of the largest ones of its halves.
static float largest(const float *x, int count, int step)
{
    if (count == 1) return *x;
    return fmaxf(largest(x, count / 2, step),
                 largest(x + count / 2 * step, count - count / 2, step));
}

void max_pooling(float *y, const float *x, int height, int width, int channels, int size,
                 int stride, int padding)
{
    for (int i = -padding; i + size <= height + padding; i += stride)
        for (int j = -padding; j + size <= width + padding; j += stride)
            for (int c = 0; c < channels; c++, y++) {
                int top = i > 0 ? i : 0, bottom = i + size < height ? i + size : height;
                int left = j > 0 ? j : 0, right = j + size < width ? j + size : width;
                *y = -INFINITY;
                for (int r = top; r < bottom; r++)
                    *y = fmaxf(
                        *y, largest(x + (r * width + left) * channels + c, right - left, channels));
            }
}
