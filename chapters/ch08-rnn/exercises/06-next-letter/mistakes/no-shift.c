#include "next_letter.h"

#include <math.h>

int next_letter(const float *z, int letters, float T, float u)
{
    int best = 0;
    for (int k = 1; k < letters; k++)
        if (z[k] > z[best]) best = k;
    if (T == 0) return best;
    float sum = 0;
    for (int k = 0; k < letters; k++) sum += expf(z[k] / T);
    float left = u * sum;
    for (int k = 0; k < letters; k++) {
        left -= expf(z[k] / T);
        if (left < 0) return k;
    }
    return letters - 1;
}
