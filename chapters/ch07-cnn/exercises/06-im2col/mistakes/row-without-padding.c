#include "im2col.h"

static void copy_window(float *row, const float *x, int height, int width,
                        int channels, int size, int top, int left)
{
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            for (int c = 0; c < channels; c++) {
                int i = top + u, j = left + v;
                int inside = i >= 0 && i < height && j >= 0 && j < width;
                row[(u * size + v) * channels + c] =
                    inside ? x[(i * width + j) * channels + c] : 0;
            }
}

void im2col(float *rows, const float *x, int height, int width, int channels,
            int size, int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++) {
            copy_window(rows, x, height, width, channels, size,
                        i * stride, j * stride - padding);
            rows += size * size * channels;
        }
}
