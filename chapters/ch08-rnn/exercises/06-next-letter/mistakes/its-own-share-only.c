#include "next_letter.h"

#include <math.h>

int next_letter(const float *z, int letters, float T, float u)
{
    int best = 0;
    for (int k = 1; k < letters; k++)
        if (z[k] > z[best]) best = k;
    if (T == 0) return best;
    float sum = 0;
    for (int k = 0; k < letters; k++) sum += expf((z[k] - z[best]) / T);
    float left = u * sum;
    for (int k = 0; k < letters; k++) {
        if (expf((z[k] - z[best]) / T) > left) return k;
    }
    return best;
}
