#include "threshold.h"

static float cost_at(float threshold, const float *p, const float *t,
                     int count, float miss, float alarm)
{
    float sum = 0;
    for (int n = 0; n < count; n++) {
        int said = p[n] > threshold, is = t[n] == 1;
        if (is && !said) sum += miss;
        if (said && !is) sum += alarm;
    }
    return sum;
}

float cheapest_threshold(float *cost, const float *p, const float *t,
                         int count, float miss, float alarm)
{
    float best = 0;
    *cost = cost_at(best, p, t, count, miss, alarm);
    for (int k = 0; k < count; k++) {
        float here = cost_at(p[k], p, t, count, miss, alarm);
        if (here > *cost || (here == *cost && p[k] >= best)) continue;
        best = p[k];
        *cost = here;
    }
    return best;
}
