#include "convolution.h"

// Begins with the biases; then each weight adds its share to all answers.
void convolution(float *y, const float *x, const float *w, const float *b,
                 int height, int width, int channels, int filters, int size,
                 int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int k = 0; k < out_height * out_width * filters; k++)
        y[k] = b[k % filters];
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            for (int c = 0; c < channels; c++)
                for (int f = 0; f < filters; f++, w++)
                    for (int i = 0; i < out_height; i++)
                        for (int j = 0; j < out_width; j++) {
                            int r = i * stride + u - padding;
                            int s = j * stride + v - padding;
                            if (r < 0 || r >= height) continue;
                            if (s < 0 || s >= width) continue;
                            y[(i * out_width + j) * filters + f] +=
                                *w * x[(r * width + s) * channels + c];
                        }
}
