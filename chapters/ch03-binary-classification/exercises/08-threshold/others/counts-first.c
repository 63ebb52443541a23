#include "threshold.h"

// Counts both kinds of mistakes, and pays for them at the end.
float cheapest_threshold(float *cost, const float *p, const float *t,
                         int count, float miss, float alarm)
{
    float best = 0;
    for (int k = -1; k < count; k++) {
        float threshold = k < 0 ? 0 : p[k];
        int misses = 0, alarms = 0;
        for (int n = 0; n < count; n++) {
            misses += t[n] == 1 && p[n] <= threshold;
            alarms += t[n] == 0 && p[n] > threshold;
        }
        float total = (float)misses * miss + (float)alarms * alarm;
        if (k < 0 || total < *cost) best = threshold;
        if (total == *cost && threshold < best) best = threshold;
        if (k < 0 || total < *cost) *cost = total;
    }
    return best;
}
