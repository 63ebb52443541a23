#include "threshold.h"

int count_wrong(float at, const float *x, const float *t, int count)
{
    int wrong = 0;
    for (int n = 0; n < count; n++) {
        int said = x[n] > at;
        wrong += said != (t[n] > 0);
    }
    return wrong;
}

float threshold(const float *x, const float *t, int count)
{
    float least = x[0];
    for (int n = 1; n < count; n++)
        if (x[n] < least) least = x[n];
    float best = least - 1;
    int fewest = count_wrong(best, x, t, count);
    for (int n = 0; n + 1 < count; n++) {
        if (x[n] == x[n + 1]) continue;
        float at = (x[n] + x[n + 1]) / 2;
        int wrong = count_wrong(at, x, t, count);
        if (wrong < fewest || (wrong == fewest && at < best)) {
            best = at;
            fewest = wrong;
        }
    }
    return best;
}
