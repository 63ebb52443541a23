#include "gradient_1d.h"

// Asks of each number which sums it was in, as the two formulas do.
void gradient_1d(float *dx, float *dw, const float *dy, const float *x,
                 const float *w, int length, int size)
{
    int places = length - size + 1;
    for (int r = 0; r < length; r++) {
        double sum = 0;
        for (int i = r - size + 1; i <= r; i++)
            if (i >= 0 && i < places) sum += (double)dy[i] * w[r - i];
        dx[r] = (float)sum;
    }
    for (int u = 0; u < size; u++) {
        double sum = 0;
        for (int i = places - 1; i >= 0; i--) sum += (double)dy[i] * x[i + u];
        dw[u] += (float)sum;
    }
}
