#include "species.h"

#include <math.h>
#include <stdlib.h>

// Copies of both tables, standardised, then means and distances of these.
static void standardise(float *to, const float *from, int rows,
                        const float *x, int count, int features)
{
    for (int d = 0; d < features; d++) {
        double mean = 0, square = 0;
        for (int n = 0; n < count; n++)
            mean += (double)x[n * features + d] / count;
        for (int n = 0; n < count; n++)
            square += pow((double)x[n * features + d] - mean, 2) / count;
        for (int n = 0; n < rows; n++) {
            double apart = (double)from[n * features + d] - mean;
            to[n * features + d] =
                square > 1e-9 ? (float)(apart / sqrt(square)) : 0;
        }
    }
}

static double distance(const float *asked, const float *x, const float *kind,
                       int k, int count, int features)
{
    double far = 0;
    for (int d = 0; d < features; d++) {
        double sum = 0;
        int members = 0;
        for (int n = 0; n < count; n++) {
            if ((int)kind[n] != k) continue;
            sum += (double)x[n * features + d];
            members++;
        }
        far += pow((double)asked[d] - sum / members, 2);
    }
    return far;
}

void tell_kinds(float *said, const float *asked, int many, const float *x,
                const float *kind, int count, int features, int kinds)
{
    float *known = malloc((size_t)(count * features) * sizeof *known);
    float *new = malloc((size_t)(many * features) * sizeof *new);
    standardise(known, x, count, x, count, features);
    standardise(new, asked, many, x, count, features);
    for (int n = 0; n < many; n++) {
        double least = INFINITY;
        for (int k = 0; k < kinds; k++) {
            double far =
                distance(new + n *features, known, kind, k, count, features);
            if (far >= least - 1e-12) continue;
            least = far;
            said[n] = (float)k;
        }
    }
    free(known);
    free(new);
}
