#include "roc_area.h"

float roc_area(const float *score, const float *t, int count)
{
    float right = 0;
    for (int n = 0; n < count; n++)
        if ((score[n] > 0.5f) == (t[n] == 1)) right++;
    return right / (float)count;
}
