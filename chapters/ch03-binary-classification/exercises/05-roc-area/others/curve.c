#include "roc_area.h"

// Trapezoids under the curve, from the highest score to the lowest.
float roc_area(const float *score, const float *t, int count)
{
    int all[2] = {0, 0}, seen[2] = {0, 0};
    double area = 0;
    for (int n = 0; n < count; n++) all[t[n] == 1]++;
    while (seen[0] + seen[1] < count) {
        int best = -1, now[2];
        for (int n = 0; n < count; n++) {
            int above = 0;
            for (int k = 0; k < count; k++) above += score[k] > score[n];
            if (above == seen[0] + seen[1]) best = n;
        }
        now[0] = seen[0];
        now[1] = seen[1];
        for (int n = 0; n < count; n++)
            if (score[n] == score[best]) now[t[n] == 1]++;
        area += (now[0] - seen[0]) * (double)(now[1] + seen[1]) / 2;
        seen[0] = now[0];
        seen[1] = now[1];
    }
    return (float)(area / all[0] / all[1]);
}
