#include "convolution.h"

// Pointers to arrays whose sizes are arguments, and a pixel that is asked for by a function.
static double pixel(int height, int width, int channels, const float x[height][width][channels],
                    int i, int j, int c)
{
    return i < 0 || i >= height || j < 0 || j >= width ? 0 : x[i][j][c];
}

void convolution(float *y, const float *x, const float *w, const float *b, int height, int width,
                 int channels, int filters, int size, int stride, int padding)
{
    int high = (height + 2 * padding - size) / stride + 1,
        wide = (width + 2 * padding - size) / stride + 1;
    float(*out)[wide][filters] = (float(*)[wide][filters])y;
    const float(*in)[width][channels] = (const float(*)[width][channels])x;
    const float(*weight)[size][channels][filters] = (const float(*)[size][channels][filters])w;
    double sums[filters];
    for (int i = high - 1; i >= 0; i--)
        for (int j = 0; j < wide; j++) {
            for (int f = 0; f < filters; f++) sums[f] = b[f];
            for (int u = 0; u < size; u++)
                for (int v = 0; v < size; v++)
                    for (int c = 0; c < channels; c++)
                        for (int f = 0; f < filters; f++)
                            sums[f] += weight[u][v][c][f] * pixel(height, width, channels, in,
                                                                  i * stride + u - padding,
                                                                  j * stride + v - padding, c);
            for (int f = 0; f < filters; f++) out[i][j][f] = (float)sums[f];
        }
}
