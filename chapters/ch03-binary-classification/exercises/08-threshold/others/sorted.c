#include "threshold.h"

// From the smallest p up: what the threshold passes turns from alarms spared
// into misses made.
float cheapest_threshold(float *cost, const float *p, const float *t,
                         int count, float miss, float alarm)
{
    double threshold = 0, best = 0, here = 0;
    for (int n = 0; n < count; n++) here += t[n] == 1 ? 0 : (double)alarm;
    *cost = (float)here;
    for (;;) {
        double next = 1;
        for (int n = 0; n < count; n++)
            if ((double)p[n] > threshold && (double)p[n] < next)
                next = (double)p[n];
        if (next == 1) return (float)best;
        for (int n = 0; n < count; n++)
            if ((double)p[n] == next)
                here += t[n] == 1 ? (double)miss : -(double)alarm;
        threshold = next;
        if (here < (double)*cost) {
            *cost = (float)here;
            best = next;
        }
    }
}
