#include "max_pooling.h"

// Keeps which pixel wins, and -1 before there is one.
void max_pooling(float *y, const float *x, int height, int width,
                 int channels, int size, int stride, int padding)
{
    int out_height = (height + 2 * padding - size) / stride + 1;
    int out_width = (width + 2 * padding - size) / stride + 1;
    for (int c = 0; c < channels; c++)
        for (int i = 0; i < out_height; i++)
            for (int j = 0; j < out_width; j++) {
                int winner = -1;
                for (int u = size - 1; u >= 0; u--)
                    for (int v = size - 1; v >= 0; v--) {
                        int r = i * stride + u - padding;
                        int s = j * stride + v - padding;
                        if (r < 0 || s < 0 || r >= height || s >= width)
                            continue;
                        int at = (r * width + s) * channels + c;
                        if (winner < 0 || x[at] >= x[winner]) winner = at;
                    }
                y[(i * out_width + j) * channels + c] = x[winner];
            }
}
