#include "max_pooling_gradient.h"

#include <math.h>

// The chapter's own search, which begins below every number; the place of
// the largest is kept beside it.
void max_pooling_gradient(float *dx, const float *dy, const float *x,
                          int height, int width, int channels, int size,
                          int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int k = 0; k < height * width * channels; k++) dx[k] = 0;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++)
            for (int c = 0; c < channels; c++) {
                float largest = -INFINITY;
                int place = 0;
                for (int u = 0; u < size; u++)
                    for (int v = 0; v < size; v++) {
                        int row = i * stride + u - padding;
                        int column = j * stride + v - padding;
                        if (row < 0 || row >= height) continue;
                        if (column < 0 || column >= width) continue;
                        int pixel = (row * width + column) * channels + c;
                        if (x[pixel] <= largest) continue;
                        largest = x[pixel];
                        place = pixel;
                    }
                dx[place] += dy[(i * out_width + j) * channels + c];
            }
}
