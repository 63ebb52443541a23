#include "gradient_1d.h"

void gradient_1d(float *dx, float *dw, const float *dy, const float *x,
                 const float *w, int length, int size)
{
    for (int r = 0; r < length; r++) dx[r] = 0;
    for (int r = size - 1; r + size <= length; r++)
        for (int u = 0; u < size; u++) dx[r] += w[u] * dy[r - u];
    for (int i = 0; i + size <= length; i++)
        for (int u = 0; u < size; u++)
            dw[u] += x[i + u] * dy[i];
}
