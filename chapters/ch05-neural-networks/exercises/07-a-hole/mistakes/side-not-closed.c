#include "hole.h"

// A unit for each side: 1 where the point lies to the left of it, which is
// inside. A side's weights are the way along it, turned by a quarter.
static void set_sides(float *w, float *b, int first, int count,
                      const float *corner, int corners)
{
    for (int i = 0; i < corners; i++) {
        const float *p = corner + 2 * i;
        const float *q = corner + 2 * (i + 1 < corners ? i + 1 : i);
        int j = first + i;
        w[j] = p[1] - q[1];
        w[count + j] = q[0] - p[0];
        b[j] = -(w[j] * p[0] + w[count + j] * p[1]);
    }
}

// Who leaves one of the outer sides loses more than the inner ones can give
// back. In the hole all sides say 1; outside of it one of the inner is
// missing, and z is higher.
float set_by_hand(float *w, float *b, float *v, const float *outer,
                  int outer_count, const float *inner, int inner_count)
{
    int count = outer_count + inner_count;
    set_sides(w, b, 0, count, outer, outer_count);
    set_sides(w, b, outer_count, count, inner, inner_count);
    for (int j = 0; j < count; j++)
        v[j] = j < outer_count ? (float)inner_count : -1;
    return (float)(inner_count - outer_count * inner_count) - 0.5f;
}
