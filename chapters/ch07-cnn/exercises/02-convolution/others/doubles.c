#include "convolution.h"

// Sums in double, the bias last, inside asked before the loop over channels.
void convolution(float *y, const float *x, const float *w, const float *b,
                 int height, int width, int channels, int filters, int size,
                 int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int f = 0; f < filters; f++)
        for (int i = 0; i < out_height; i++)
            for (int j = 0; j < out_width; j++) {
                double sum = 0;
                for (int c = channels - 1; c >= 0; c--)
                    for (int u = 0; u < size; u++)
                        for (int v = 0; v < size; v++) {
                            int r = i * stride + u - padding;
                            int s = j * stride + v - padding;
                            int k = ((u * size + v) * channels + c) * filters;
                            if (r >= 0 && s >= 0 && r < height && s < width)
                                sum += (double)w[k + f] *
                                       x[(r * width + s) * channels + c];
                        }
                y[(i * out_width + j) * filters + f] = (float)(sum + b[f]);
            }
}
