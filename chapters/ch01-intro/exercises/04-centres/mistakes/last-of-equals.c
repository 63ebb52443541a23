#include "centres.h"

#include <math.h>

static int nearest(const float *x, const float *centre, int features, int k)
{
    int best = 0;
    float least = INFINITY;
    for (int c = 0; c < k; c++) {
        float sum = 0;
        for (int d = 0; d < features; d++) {
            float apart = x[d] - centre[c * features + d];
            sum += apart * apart;
        }
        if (sum <= least) {
            least = sum;
            best = c;
        }
    }
    return best;
}

void move_centres(float *centre, float *group, const float *x, int count,
                  int features, int k)
{
    for (int n = 0; n < count; n++)
        group[n] = (float)nearest(x + n * features, centre, features, k);
    for (int c = 0; c < k; c++) {
        int members = 0;
        for (int n = 0; n < count; n++) members += group[n] == (float)c;
        if (members == 0) continue;
        for (int d = 0; d < features; d++) {
            float sum = 0;
            for (int n = 0; n < count; n++)
                if (group[n] == (float)c) sum += x[n * features + d];
            centre[c * features + d] = sum / (float)members;
        }
    }
}
