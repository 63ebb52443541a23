// pen.c: measures strokes, and makes them thinner or thicker.
#include "pen.h"

#include <math.h>

// How far a pixel lies inside the ink: 0.5 on a stroke's outermost pixels.
static double depth(const Plane *ink, int i, int j)
{
    enum { DEEPEST = 10 };
    int nearest = DEEPEST * DEEPEST;
    for (int y = i - DEEPEST; y <= i + DEEPEST; y++)
        for (int x = j - DEEPEST; x <= j + DEEPEST; x++) {
            if (plane_value(ink, y, x) > 0.5f) continue;
            int squared = (y - i) * (y - i) + (x - j) * (x - j);
            nearest = squared < nearest ? squared : nearest;
        }
    return sqrt(nearest) - 0.5;
}

// Across a stroke of width w the depth goes from 0 up to w/2 and down again,
// so its mean is w/4.
double stroke_width(const Plane *ink)
{
    double sum = 0;
    int count = 0;
    for (int k = 0; k < plane_count(ink); k++)
        if (ink->at[k] > 0.5f) {
            sum += depth(ink, k / ink->width, k % ink->width);
            count++;
        }
    return count == 0 ? 0 : 4 * sum / count;
}

Plane with_pen(const Plane *ink, double width)
{
    double excess = (stroke_width(ink) - width) / 2;
    return excess > 0 ? plane_erode(ink, fmin(excess, 3))
                      : plane_dilate(ink, -excess);
}
