#include "max_pooling_gradient.h"

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
                int top = i * stride - padding, left = j * stride - padding;
                for (int r = top; r < top + size; r++)
                    for (int q = left; q < left + size; q++) {
                        if (r < 0 || r >= height || q < 0 || q >= width)
                            continue;
                        int k = (r * width + q) * channels + c;
                        dx[k] += *dy / (float)(size * size);
                    }
                dy++;
            }
}
