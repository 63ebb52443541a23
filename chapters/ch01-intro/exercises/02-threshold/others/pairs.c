#include "threshold.h"

// Every pair of values: is it a pair of neighbours?
static int between(float low, float high, const float *x, int count)
{
    for (int n = 0; n < count; n++)
        if (x[n] > low && x[n] < high) return 1;
    return 0;
}

static int wrong_at(double at, const float *x, const float *t, int count)
{
    int wrong = 0;
    for (int n = 0; n < count; n++)
        wrong += ((double)x[n] > at) != (t[n] == 1);
    return wrong;
}

float threshold(const float *x, const float *t, int count)
{
    float least = x[0];
    for (int n = 1; n < count; n++)
        if (x[n] < least) least = x[n];
    double best = (double)least - 1;
    int fewest = wrong_at(best, x, t, count);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            if (!(x[i] < x[j]) || between(x[i], x[j], x, count)) continue;
            double at = ((double)x[i] + (double)x[j]) / 2;
            int wrong = wrong_at(at, x, t, count);
            if (wrong < fewest || (wrong == fewest && at < best)) {
                fewest = wrong;
                best = at;
            }
        }
    return (float)best;
}
