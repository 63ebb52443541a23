#include "centres.h"

#include <math.h>
#include <stdlib.h>

// Sums beside the centres, in one pass over the points.
void move_centres(float *centre, float *group, const float *x, int count,
                  int features, int k)
{
    double *sum = calloc((size_t)(k * features), sizeof *sum);
    int *members = calloc((size_t)k, sizeof *members);
    for (int n = 0; n < count; n++) {
        double least = 0;
        int best = -1;
        for (int c = 0; c < k; c++) {
            double apart = 0;
            for (int d = 0; d < features; d++)
                apart += pow((double)x[n * features + d] -
                                 (double)centre[c * features + d],
                             2);
            if (best < 0 || apart < least) {
                best = c;
                least = apart;
            }
        }
        group[n] = (float)best;
        members[best]++;
        for (int d = 0; d < features; d++)
            sum[best * features + d] += (double)x[n * features + d];
    }
    for (int i = 0; i < k * features; i++)
        if (members[i / features])
            centre[i] = (float)(sum[i] / members[i / features]);
    free(sum);
    free(members);
}
