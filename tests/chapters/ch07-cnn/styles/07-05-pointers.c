#include "gradient_1d.h"

#include <string.h>

void gradient_1d(float *dx, float *dw, const float *dy, const float *x, const float *w, int length,
                 int size)
{
    double shares[size];   // of the weights, in double
    memset(dx, 0, (size_t)length * sizeof *dx);
    for (int u = 0; u < size; u++) shares[u] = 0;
    for (const float *end = x + length - size; x <= end; x++, dx++, dy++)
        for (int u = size; u-- > 0;) {
            dx[u] += *dy * w[u];
            shares[u] += (double)*dy * x[u];
        }
    while (size-- > 0) dw[size] += (float)shares[size];
}
