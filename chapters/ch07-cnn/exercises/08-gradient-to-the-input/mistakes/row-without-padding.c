#include "gradient_to_input.h"

static void spread(float *dx, const float *w, float dy, int height, int width,
                   int channels, int filters, int size, int top, int left)
{
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            int row = top + u, column = left + v;
            if (row < 0 || row >= height || column < 0 || column >= width)
                continue;
            for (int c = 0; c < channels; c++)
                dx[(row * width + column) * channels + c] +=
                    w[((u * size + v) * channels + c) * filters] * dy;
        }
}

void gradient_to_input(float *dx, const float *dy, const float *w, int height,
                       int width, int channels, int filters, int size,
                       int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int k = 0; k < height * width * channels; k++) dx[k] = 0;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++)
            for (int f = 0; f < filters; f++)
                spread(dx, w + f, dy[(i * out_width + j) * filters + f],
                       height, width, channels, filters, size,
                       i * stride, j * stride - padding);
}
