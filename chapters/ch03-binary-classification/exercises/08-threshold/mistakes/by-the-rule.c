#include "threshold.h"

float cheapest_threshold(float *cost, const float *p, const float *t,
                         int count, float miss, float alarm)
{
    float rule = miss + alarm > 0 ? alarm / (alarm + miss) : 0;
    *cost = 0;
    for (int n = 0; n < count; n++) {
        int said = p[n] > rule, is = t[n] == 1;
        if (is && !said) *cost += miss;
        if (said && !is) *cost += alarm;
    }
    return rule;
}
