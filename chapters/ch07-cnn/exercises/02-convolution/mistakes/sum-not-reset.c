#include "convolution.h"

void convolution(float *y, const float *x, const float *w, const float *b,
                 int height, int width, int channels, int filters, int size,
                 int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int i = 0; i < out_height; i++)
        for (int j = 0; j < out_width; j++) {
            float sum = 0;
            for (int f = 0; f < filters; f++) {
                for (int u = 0; u < size; u++)
                    for (int v = 0; v < size; v++)
                        for (int c = 0; c < channels; c++) {
                            int row = i * stride + u - padding;
                            int column = j * stride + v - padding;
                            if (row >= 0 && row < height && column >= 0 &&
                                column < width)
                                sum += w[((u * size + v) * channels + c) *
                                             filters + f] *
                                       x[(row * width + column) * channels +
                                         c];
                        }
                y[(i * out_width + j) * filters + f] = b[f] + sum;
            }
        }
}
