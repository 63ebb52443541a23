#include "gradient_to_weights.h"

static void collect(float *dw, const float *x, float dy, int height,
                    int width, int channels, int filters, int size, int top,
                    int left)
{
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            int row = top + u, column = left + v;
            if (row < 0 || row >= height || column < 0 || column >= width)
                continue;
            for (int c = 0; c < channels; c++)
                dw[((u * size + v) * channels + c) * filters] +=
                    x[(row * width + column) * channels + c] * dy;
        }
}

void gradient_to_weights(float *dw, float *db, const float *dy,
                         const float *x, int samples, int height, int width,
                         int channels, int filters, int size, int stride,
                         int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int n = 0; n < samples; n++) {
        for (int i = 0; i < out_height; i++)
            for (int j = 0; j < out_width; j++)
                for (int f = 0; f < filters; f++) {
                    float d = *dy++;
                    db[f] += d;
                    collect(dw + f, x, d, height, width, channels, filters,
                            size, i * stride - padding, j * stride);
                }
        x += height * width * channels;
    }
}
