#include "next_letter.h"

#include <math.h>

// The shares as they are written, and their running sum.
int next_letter(const float *z, int letters, float T, float u)
{
    float p[4096], most = z[0], sum = 0, up_to = 0;
    int last = 0;
    for (int k = 1; k < letters; k++) most = fmaxf(most, z[k]);
    for (int k = 0; k < letters; k++) {
        if (T == 0 && z[k] == most) return k;
        p[k] = expf(z[k] / T - most / T);
        sum += p[k];
    }
    for (int k = 0; k < letters; k++) {
        up_to += p[k] / sum;
        if (p[k] > 0) last = k;
        if (u < up_to) return k;
    }
    return last;
}
