#include "max_pooling_gradient.h"

static int winner(const float *x, int height, int width, int channels,
                  int size, int top, int left)
{
    int best = -1;
    for (int r = top; r < top + size; r++)
        for (int q = left; q < left + size; q++) {
            if (r < 0 || r >= height || q < 0 || q >= width) continue;
            int here = r * width + q;
            if (best < 0 || x[here * channels] > x[best * channels])
                best = here;
        }
    return best;
}

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
                int best = winner(x + c, height, width, channels, size,
                                  i * stride, j * stride - padding);
                dx[best * channels + c] += *dy++;
            }
}
