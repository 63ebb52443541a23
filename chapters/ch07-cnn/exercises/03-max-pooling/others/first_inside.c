#include "max_pooling.h"

// Cuts the window to the picture and begins with its first pixel.
void max_pooling(float *y, const float *x, int height, int width,
                 int channels, int size, int stride, int padding)
{
    for (int i = -padding; i + size <= height + padding; i += stride)
        for (int j = -padding; j + size <= width + padding; j += stride) {
            int top = i < 0 ? 0 : i, left = j < 0 ? 0 : j;
            int bottom = i + size > height ? height : i + size;
            int end = j + size > width ? width : j + size;
            for (int c = 0; c < channels; c++) {
                float most = x[(top * width + left) * channels + c];
                for (int r = top; r < bottom; r++)
                    for (int s = left; s < end; s++)
                        if (x[(r * width + s) * channels + c] > most)
                            most = x[(r * width + s) * channels + c];
                *y++ = most;
            }
        }
}
