#include "species.h"

#include <math.h>

enum { MOST = 4 };

// 1 over the deviation, or 0 of a column that never changes.
static float scale_of(const float *x, int rows, int features)
{
    float sum = 0, squares = 0;
    for (int n = 0; n < rows; n++) sum += x[n * features];
    float mean = sum / (float)rows;
    for (int n = 0; n < rows; n++) {
        float apart = x[n * features] - mean;
        squares += apart * apart;
    }
    float deviation = sqrtf(squares / (float)rows);
    return deviation > 0 ? 1 : 0;
}

static float mean_of(const float *x, const float *kind, int k, int count,
                     int features)
{
    float sum = 0, members = 0;
    for (int n = 0; n < count; n++) {
        if (kind[n] != (float)k) continue;
        sum += x[n * features];
        members++;
    }
    return sum / members;
}

void tell_kinds(float *said, const float *asked, int many, const float *x,
                const float *kind, int count, int features, int kinds)
{
    float scale[MOST], mean[MOST * MOST];
    for (int d = 0; d < features; d++) {
        scale[d] = scale_of(x + d, count, features);
        for (int k = 0; k < kinds; k++)
            mean[k * features + d] = mean_of(x + d, kind, k, count, features);
    }
    for (int n = 0; n < many; n++) {
        float least = INFINITY;
        for (int k = 0; k < kinds; k++) {
            float sum = 0;
            for (int d = 0; d < features; d++) {
                float apart =
                    asked[n * features + d] - mean[k * features + d];
                apart *= scale[d];
                sum += apart * apart;
            }
            if (sum >= least) continue;
            least = sum;
            said[n] = (float)k;
        }
    }
}
