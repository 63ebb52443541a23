/* plane.c: averages, blurs and erosions. Averages and blurs work first along
 * the rows and then down the columns, since their weights are products.
 */
#include "plane.h"

#include <math.h>
#include <stdlib.h>

#include "error.h"

Plane plane_new(int height, int width)
{
    float *at = allocate((size_t)height * width, sizeof(float));
    return (Plane){height, width, at};
}

void plane_free(Plane *p)
{
    free(p->at);
    *p = (Plane){0};
}

int plane_count(const Plane *p) { return p->height * p->width; }

// Every stride-th number from `at`: a row has stride 1, a column the width.
typedef struct Line {
    float *at;
    int count, stride;
} Line;

static Line row(const Plane *p, int i)
{
    return (Line){p->at + (size_t)i * p->width, p->width, 1};
}

static Line column(const Plane *p, int j)
{
    return (Line){p->at + j, p->height, p->width};
}

// out[i] is the mean of `in` over a window around the i-th part of the range
// from first to first + length. Where a part is smaller than a pixel the
// window stays one pixel wide, which is the same as linear interpolation.
static void average(Line out, Line in, double first, double length)
{
    double part = length / out.count;
    double window = part > 1 ? part : 1;
    for (int i = 0; i < out.count; i++) {
        double begin = first + (i + 0.5) * part - window / 2;
        double end = begin + window, sum = 0;
        int last = (int)fmin(ceil(end), in.count);
        for (int k = (int)fmax(floor(begin), 0); k < last; k++) {
            double overlap = fmin(end, k + 1) - fmax(begin, k);
            sum += overlap * in.at[(size_t)k * in.stride];
        }
        out.at[(size_t)i * out.stride] = (float)(sum / window);
    }
}

// Takes over the rows, which have the width that is wanted.
static Plane average_columns(Plane rows, Box box, int height)
{
    Plane out = plane_new(height, rows.width);
    for (int j = 0; j < out.width; j++)
        average(column(&out, j), column(&rows, j), box.top, box.height);
    plane_free(&rows);
    return out;
}

// A large picture is never held as real numbers whole: one row at a time.
Plane plane_of(const Picture *p, Box box, int height, int width)
{
    Plane ink = plane_new(1, p->width), rows = plane_new(p->height, width);
    for (int i = 0; i < p->height; i++) {
        const uint8_t *grey = p->grey + (size_t)i * p->width;
        for (int j = 0; j < p->width; j++)
            ink.at[j] = p->sign * (grey[j] - p->background);
        average(row(&rows, i), row(&ink, 0), box.left, box.width);
    }
    plane_free(&ink);
    return average_columns(rows, box, height);
}

Plane plane_resample(const Plane *p, Box box, int height, int width)
{
    Plane rows = plane_new(p->height, width);
    for (int i = 0; i < p->height; i++)
        average(row(&rows, i), row(p, i), box.left, box.width);
    return average_columns(rows, box, height);
}

// out[i] = sum over k of g[k] in[i+k] / sum of g, g[k] = exp(-k^2/2sigma^2)
static void blur(Line out, Line in, double sigma)
{
    int reach = (int)ceil(3 * sigma);
    for (int i = 0; i < out.count; i++) {
        double sum = 0, weights = 0;
        for (int k = i - reach; k <= i + reach; k++) {
            int inside = k < 0 ? 0 : k < in.count ? k : in.count - 1;
            double d = k - i, weight = exp(-d * d / (2 * sigma * sigma));
            sum += weight * in.at[(size_t)inside * in.stride];
            weights += weight;
        }
        out.at[(size_t)i * out.stride] = (float)(sum / weights);
    }
}

Plane plane_blur(const Plane *p, double sigma)
{
    Plane rows = plane_new(p->height, p->width);
    Plane out = plane_new(p->height, p->width);
    for (int i = 0; i < p->height; i++) blur(row(&rows, i), row(p, i), sigma);
    for (int j = 0; j < p->width; j++)
        blur(column(&out, j), column(&rows, j), sigma);
    plane_free(&rows);
    return out;
}

float plane_value(const Plane *p, int i, int j)
{
    bool inside = i >= 0 && j >= 0 && i < p->height && j < p->width;
    return inside ? p->at[i * p->width + j] : 0;
}

// The smallest value within `radius` of (i, j).
static float smallest(const Plane *p, int i, int j, int radius)
{
    float least = plane_value(p, i, j);
    for (int y = i - radius; y <= i + radius; y++)
        for (int x = j - radius; x <= j + radius; x++)
            if ((y - i) * (y - i) + (x - j) * (x - j) <= radius * radius)
                least = fminf(least, plane_value(p, y, x));
    return least;
}

Plane plane_erode(const Plane *p, double radius)
{
    Plane out = plane_new(p->height, p->width);
    int whole = (int)radius;
    float rest = (float)(radius - whole);
    for (int i = 0; i < p->height; i++)
        for (int j = 0; j < p->width; j++)
            out.at[i * p->width + j] = (1 - rest) * smallest(p, i, j, whole) +
                                       rest * smallest(p, i, j, whole + 1);
    return out;
}
