#include "precision_recall.h"

void precision_recall(float *found, const float *z, const float *t, int count)
{
    double counts[2][2] = {{0, 0}, {0, 0}};   // [is][said]
    for (int n = 0; n < count; n++) counts[t[n] == 1][z[n] > 0]++;
    double yes = counts[1][1];
    found[ACCURACY] = (float)((counts[0][0] + yes) / count);
    found[PRECISION] = yes > 0 ? (float)(yes / (yes + counts[0][1])) : 0;
    found[RECALL] = yes > 0 ? (float)(yes / (yes + counts[1][0])) : 0;
}
