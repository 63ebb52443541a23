#include "threshold.h"

#include <stdlib.h>

typedef struct Thing {
    float x, t;
} Thing;

static int larger(const void *a, const void *b)
{
    float x = ((const Thing *)a)->x, y = ((const Thing *)b)->x;
    return (x > y) - (x < y);
}

// From below all upwards: what is passed is called 0 from then on.
float threshold(const float *x, const float *t, int count)
{
    Thing *thing = malloc((size_t)count * sizeof *thing);
    int wrong = 0;
    for (int n = 0; n < count; n++) {
        thing[n] = (Thing){x[n], t[n]};
        wrong += t[n] == 0;
    }
    qsort(thing, (size_t)count, sizeof *thing, larger);
    float best = thing[0].x - 1;
    int fewest = wrong;
    for (int n = 0; n + 1 < count; n++) {
        wrong += thing[n].t > 0 ? 1 : -1;
        if (thing[n + 1].x == thing[n].x || wrong >= fewest) continue;
        fewest = wrong;
        best = (thing[n].x + thing[n + 1].x) / 2;
    }
    free(thing);
    return best;
}
