#include "next_letter.h"

#include <math.h>

// 1 / p(k) is the sum of e^((z(j) - z(k)) / T).
static double share(const float *z, int letters, double T, int k)
{
    double sum = 0;
    for (int j = 0; j < letters; j++)
        sum += exp(((double)z[j] - (double)z[k]) / T);
    return 1 / sum;
}

int next_letter(const float *z, int letters, float T, float u)
{
    if (!(T > 0)) {
        int best = letters - 1;
        while (letters-- > 0)
            if (z[letters] >= z[best]) best = letters;
        return best;
    }
    double up_to = 0;
    int k = -1;
    do up_to += share(z, letters, (double)T, ++k);
    while (up_to <= (double)u && k < letters - 1);
    return k;
}
