#include "precision_recall.h"

static float share(int part, int all)
{
    return all > 0 ? (float)part / (float)all : 0;
}

void precision_recall(float *found, const float *z, const float *t, int count)
{
    int right = 0, both = 0;
    for (int n = 0; n < count; n++) {
        int said = z[n] > 0, is = t[n] > 0.5f;
        right += said == is;
        both += said && is;
    }
    found[ACCURACY] = share(right, count);
    found[PRECISION] = share(both, count);
    found[RECALL] = share(both, count);
}
