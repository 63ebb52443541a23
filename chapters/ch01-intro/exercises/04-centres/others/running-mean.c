#include "centres.h"

#include <stdlib.h>
#include <string.h>

// Each centre moves to the mean of its points one point after the other.
void move_centres(float *centre, float *group, const float *x, int count,
                  int features, int k)
{
    size_t size = (size_t)(k * features) * sizeof *centre;
    float *old = malloc(size);
    int *members = calloc((size_t)k, sizeof *members);
    memcpy(old, centre, size);
    for (int n = 0; n < count; n++) {
        const float *point = x + n * features;
        int best = 0;
        float least = -1;
        for (int c = 0; c < k; c++) {
            float apart = 0;
            for (int d = 0; d < features; d++)
                apart += (point[d] - old[c * features + d]) *
                         (point[d] - old[c * features + d]);
            if (least >= 0 && apart >= least) continue;
            least = apart;
            best = c;
        }
        group[n] = (float)best;
        members[best]++;
        for (int d = 0; d < features; d++) {
            float *at = &centre[best * features + d];
            *at += (point[d] - *at) / (float)members[best];
        }
    }
    free(members);
    free(old);
}
