#include "precision_recall.h"

void precision_recall(float *found, const float *z, const float *t, int count)
{
    float called = 0, are = 0;
    for (int k = 0; k < 3; k++) found[k] = 0;
    for (int n = 0; n < count; n++) called += z[n] > 0 ? 1 : 0;
    for (int n = 0; n < count; n++) are += t[n];
    for (int n = 0; n < count; n++) {
        if ((z[n] > 0) == (t[n] > 0)) found[ACCURACY] += 1 / (float)count;
        if (z[n] > 0 && t[n] > 0) {
            found[PRECISION] += 1 / called;
            found[RECALL] += 1 / are;
        }
    }
}
