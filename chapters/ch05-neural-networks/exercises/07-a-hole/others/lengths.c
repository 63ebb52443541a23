#include "hole.h"

#include <math.h>

// Sides of length 1, in doubles. All inner sides together weigh 1, so an
// outer one weighs 2.
float set_by_hand(float *w, float *b, float *v, const float *outer,
                  int outer_count, const float *inner, int inner_count)
{
    int count = outer_count + inner_count;
    for (int j = 0; j < count; j++) {
        int own = j < outer_count, i = own ? j : j - outer_count;
        const float *corner = own ? outer : inner;
        int next = i + 1 == (own ? outer_count : inner_count) ? 0 : i + 1;
        double x = (double)corner[2 * i], y = (double)corner[2 * i + 1];
        double a = (double)corner[2 * next] - x;
        double c = (double)corner[2 * next + 1] - y;
        double length = sqrt(a * a + c * c);
        w[j] = (float)(-c / length);
        w[count + j] = (float)(a / length);
        b[j] = (float)((c * x - a * y) / length);
        v[j] = own ? 2 : -1 / (float)inner_count;
    }
    return 1 - 2 * (float)outer_count - 0.5f / (float)inner_count;
}
