#include "threshold.h"

#include <math.h>

int count_wrong(float at, const float *x, const float *t, int count)
{
    int wrong = 0;
    for (int n = 0; n < count; n++) {
        int said = x[n] > at;
        wrong += said != (t[n] > 0);
    }
    return wrong;
}

// Halfway to the next value below, or 1 below where there is none.
static float place_below(float value, const float *x, int count)
{
    float below = -INFINITY;
    for (int n = 0; n < count; n++)
        if (x[n] < value && x[n] > below) below = x[n];
    return below > -INFINITY ? (value + below) / 2 : value - 1;
}

float threshold(const float *x, const float *t, int count)
{
    float best = 0;
    int fewest = count + 1;
    for (int n = 0; n < count; n++) {
        float at = place_below(x[n], x, count);
        int wrong = count_wrong(at, x, t, count);
        if (wrong < fewest || (wrong == fewest && at < best)) {
            best = at;
            fewest = wrong;
        }
    }
    return best;
}
