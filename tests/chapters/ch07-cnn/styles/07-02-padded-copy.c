#include "convolution.h"

#include <stdlib.h>
#include <string.h>

// The picture is copied into a larger one that is full of zeros.
static float *padded_copy(const float *x, int height, int width, int channels, int padding)
{
    int wide = width + 2 * padding;
    float *copy = calloc((size_t)((height + 2 * padding) * wide * channels), sizeof *copy);
    for (int i = 0; i < height; i++)
        memcpy(copy + ((i + padding) * wide + padding) * channels, x + i * width * channels,
               (size_t)(width * channels) * sizeof *copy);
    return copy;
}

void convolution(float *y, const float *x, const float *w, const float *b, int height, int width,
                 int channels, int filters, int size, int stride, int padding)
{
    float *copy = padded_copy(x, height, width, channels, padding);
    int high = height + 2 * padding, wide = width + 2 * padding;
    for (int i = 0; i + size <= high; i += stride)
        for (int j = 0; j + size <= wide; j += stride)
            for (int f = 0; f < filters; f++) {
                float sum = 0;
                for (int k = 0; k < size * size * channels; k++) {
                    int row = i + k / (size * channels), rest = k % (size * channels);
                    sum += copy[(row * wide + j) * channels + rest] * w[k * filters + f];
                }
                *y++ = sum + b[f];
            }
    free(copy);
}
