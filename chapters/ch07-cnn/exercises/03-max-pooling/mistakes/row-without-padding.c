#include "max_pooling.h"

#include <math.h>

static float largest(const float *x, int height, int width, int channels,
                     int size, int top, int left)
{
    float most = -INFINITY;
    for (int i = top; i < top + size; i++)
        for (int j = left; j < left + size; j++) {
            if (i < 0 || i >= height || j < 0 || j >= width) continue;
            most = fmaxf(most, x[(i * width + j) * channels]);
        }
    return most;
}

void max_pooling(float *y, const float *x, int height, int width,
                 int channels, int size, int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++)
            for (int c = 0; c < channels; c++)
                y[(i * out_width + j) * channels + c] =
                    largest(x + c, height, width, channels, size,
                            i * stride, j * stride - padding);
}
