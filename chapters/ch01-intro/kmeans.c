#include "kmeans.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double distance(const float *a, const float *b, int features)
{
    double sum = 0;
    for (int d = 0; d < features; d++)
        sum += (double)(a[d] - b[d]) * (double)(a[d] - b[d]);
    return sum;
}

// The nearest of k centres, and how far it is, squared.
static int nearest_centre(double *least, const float *x, const float *centre,
                          int k, int features)
{
    int nearest = 0;
    *least = INFINITY;
    for (int c = 0; c < k; c++) {
        double d = distance(x, centre + c * features, features);
        if (d >= *least) continue;
        *least = d;
        nearest = c;
    }
    return nearest;
}

double assign_points(int *group, const float *centre, int k, Points p)
{
    double sum = 0, least;
    for (int n = 0; n < p.count; n++) {
        const float *x = p.x + n * p.features;
        group[n] = nearest_centre(&least, x, centre, k, p.features);
        sum += least;
    }
    return sum / p.count;
}

void place_centres(float *centre, int k, Points p, Stream stream)
{
    size_t size = (size_t)p.features * sizeof *centre;
    int next = (int)random_below(stream, 0, (uint32_t)p.count);
    for (int c = 0; c < k; c++) {
        memcpy(centre + c * p.features, p.x + next * p.features, size);
        double farthest = -1, least;
        for (int n = 0; n < p.count; n++) {
            nearest_centre(&least, p.x + n * p.features, centre, c + 1,
                           p.features);
            if (least <= farthest) continue;
            farthest = least;
            next = n;
        }
    }
}

double move_centres(float *centre, const int *group, int k, Points p)
{
    double farthest = 0;
    double *mean = allocate((size_t)p.features, sizeof *mean);
    for (int c = 0; c < k; c++) {
        float *at = centre + c * p.features;
        int count = 0;
        memset(mean, 0, (size_t)p.features * sizeof *mean);
        for (int n = 0; n < p.count; n++) {
            if (group[n] != c) continue;
            count++;
            for (int d = 0; d < p.features; d++)
                mean[d] += (double)p.x[n * p.features + d];
        }
        if (count == 0) continue;
        double moved = 0;
        for (int d = 0; d < p.features; d++) {
            float to = (float)(mean[d] / count);
            moved += (double)(to - at[d]) * (double)(to - at[d]);
            at[d] = to;
        }
        farthest = fmax(farthest, moved);
    }
    free(mean);
    return farthest;
}

double find_clusters(float *centre, int *group, int k, Points p, int *rounds)
{
    for (*rounds = 0; *rounds < 1000; ++*rounds) {
        assign_points(group, centre, k, p);
        if (move_centres(centre, group, k, p) == 0) break;
    }
    return assign_points(group, centre, k, p);
}
