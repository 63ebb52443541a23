#include "gradient_1d.h"

// The forward pass's own loops: whatever it read at (i, u) gets its share of
// dy(i). So nothing has to be turned round, and no edge needs a condition.
void gradient_1d(float *dx, float *dw, const float *dy, const float *x,
                 const float *w, int length, int size)
{
    for (int r = 0; r < length; r++) dx[r] = 0;
    for (int i = 0; i + size <= length; i++)
        for (int u = 0; u < size; u++) {
            dx[i + u] += w[u] * dy[i];
            dw[u] += x[i + u] * dy[i];
        }
}
