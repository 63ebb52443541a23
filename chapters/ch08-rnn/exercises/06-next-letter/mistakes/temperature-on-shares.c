#include "next_letter.h"

#include <math.h>

// Shares at temperature 1, and then softmax of shares / T.
int next_letter(const float *z, int letters, float T, float u)
{
    float p[4096], most = z[0], sum = 0, all = 0;
    int best = 0;
    for (int k = 1; k < letters; k++)
        if (z[k] > z[best]) best = k;
    if (T == 0) return best;
    most = z[best];
    for (int k = 0; k < letters; k++) sum += p[k] = expf(z[k] - most);
    for (int k = 0; k < letters; k++)
        all += p[k] = expf((p[k] - p[best]) / sum / T);
    float left = u * all;
    for (int k = 0; k < letters; k++) {
        left -= p[k];
        if (left < 0) return k;
    }
    return best;
}
