#include "species.h"

#include <math.h>

enum { MOST = 4 };

typedef struct Column {
    double sum, squares, kind_sum[MOST], members[MOST];
} Column;

static Column read_column(const float *x, const float *kind, int count,
                          int features)
{
    Column c = {0};
    for (int n = 0; n < count; n++) {
        double value = (double)x[n * features];
        c.sum += value;
        c.kind_sum[(int)kind[n]] += value;
        c.members[(int)kind[n]]++;
    }
    for (int n = 0; n < count; n++) {
        double apart = (double)x[n * features] - c.sum / count;
        c.squares += apart * apart;
    }
    return c;
}

// Squared differences over the variance, column after column.
void tell_kinds(float *said, const float *asked, int many, const float *x,
                const float *kind, int count, int features, int kinds)
{
    for (int n = 0; n < many; n++) {
        double far[MOST] = {0};
        for (int d = 0; d < features; d++) {
            Column c = read_column(x + d, kind, count, features);
            if (c.squares <= 0) continue;
            for (int k = 0; k < kinds; k++) {
                double apart = (double)asked[n * features + d] -
                               c.kind_sum[k] / c.members[k];
                far[k] += apart * apart / (c.squares / count);
            }
        }
        int best = 0;
        for (int k = 1; k < kinds; k++)
            if (far[k] < far[best]) best = k;
        said[n] = (float)best;
    }
}
