#include "convolution.h"

static float at(const float *x, const float *w, int height, int width,
                int channels, int filters, int size, int top, int left)
{
    float sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            int row = top + u, column = left + v;
            if (row < 0 || row >= height || column < 0 || column >= width)
                continue;
            for (int c = 0; c < channels; c++)
                sum += w[((u * size + v) * channels + c) * filters] *
                       x[(row * width + column) * channels + c];
        }
    return sum;
}

void convolution(float *y, const float *x, const float *w, const float *b,
                 int height, int width, int channels, int filters, int size,
                 int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++)
            for (int f = 0; f < filters; f++)
                y[(i * out_width + j) * filters + f] =
                    b[f] + at(x, w + f, height, width, channels, filters,
                              size, i * stride, j * stride - padding);
}
