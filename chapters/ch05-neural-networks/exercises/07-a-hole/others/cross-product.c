#include "hole.h"

#include <stdlib.h>
#include <string.h>

// Through p and q goes p x q + (p - q) x point. The corners lie in one row,
// with the first of each polygon once more behind its last.
float set_by_hand(float *w, float *b, float *v, const float *outer,
                  int outer_count, const float *inner, int inner_count)
{
    int count = outer_count + inner_count;
    float *row = malloc((size_t)(2 * count + 4) * sizeof *row), *p = row;
    memcpy(row, outer, (size_t)(2 * outer_count) * sizeof *row);
    memcpy(row + 2 * outer_count, outer, 2 * sizeof *row);
    memcpy(row + 2 * outer_count + 2, inner,
           (size_t)(2 * inner_count) * sizeof *row);
    memcpy(row + 2 * count + 2, inner, 2 * sizeof *row);
    for (int j = 0; j < count; j++, p += 2) {
        if (j == outer_count) p += 2;
        const float *q = p + 2;
        w[j] = p[1] - q[1];
        w[j + count] = q[0] - p[0];
        b[j] = p[0] * q[1] - p[1] * q[0];
        v[j] = j < outer_count ? 200 : -2;
    }
    free(row);
    return (float)(-200 * outer_count + 2 * inner_count - 1);
}
