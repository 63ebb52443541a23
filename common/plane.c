/* plane.c: averages, blurs, erosions and openings. Averages and blurs work
 * first along the rows and then down the columns, since their weights are
 * products.
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

Plane plane_copy(const Plane *p)
{
    return plane_resample(p, (Box){0, 0, p->height, p->width}, p->height,
                          p->width);
}

double longer_side(Box b) { return fmax(b.height, b.width); }

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
    Plane grey = plane_new(1, p->width), rows = plane_new(p->height, width);
    int last = (int)fmin(ceil(box.top + box.height) + 1, p->height);
    for (int i = (int)fmax(box.top - 1, 0); i < last; i++) {
        for (int j = 0; j < p->width; j++)
            grey.at[j] = p->grey[(size_t)i * p->width + j];
        average(row(&rows, i), row(&grey, 0), box.left, box.width);
    }
    plane_free(&grey);
    return average_columns(rows, box, height);
}

Plane plane_resample(const Plane *p, Box box, int height, int width)
{
    Plane rows = plane_new(p->height, width);
    for (int i = 0; i < p->height; i++)
        average(row(&rows, i), row(p, i), box.left, box.width);
    return average_columns(rows, box, height);
}

// out[i] = sum over k of g[k] in[i+k], k = -reach … reach
static void blur(Line out, Line in, const double *g, int reach)
{
    for (int i = 0; i < out.count; i++) {
        double sum = 0;
        for (int k = i - reach; k <= i + reach; k++) {
            int inside = k < 0 ? 0 : k < in.count ? k : in.count - 1;
            sum += g[k - i] * in.at[(size_t)inside * in.stride];
        }
        out.at[(size_t)i * out.stride] = (float)sum;
    }
}

// g[k] = exp(-k^2 / 2sigma^2) for k = -reach … reach, divided by their sum
static void gaussian(double *g, int reach, double sigma)
{
    double sum = 0;
    for (int k = -reach; k <= reach; k++)
        sum += g[k] = exp(-k * k / (2 * sigma * sigma));
    for (int k = -reach; k <= reach; k++) g[k] /= sum;
}

Plane plane_blur(const Plane *p, double sigma)
{
    int reach = (int)ceil(3 * sigma);
    double *weights = allocate(2 * reach + 1, sizeof(double));
    double *g = weights + reach;
    gaussian(g, reach, sigma);
    Plane rows = plane_new(p->height, p->width);
    Plane out = plane_new(p->height, p->width);
    for (int i = 0; i < p->height; i++)
        blur(row(&rows, i), row(p, i), g, reach);
    for (int j = 0; j < p->width; j++)
        blur(column(&out, j), column(&rows, j), g, reach);
    plane_free(&rows);
    free(weights);
    return out;
}

float plane_value(const Plane *p, int i, int j)
{
    bool inside = i >= 0 && j >= 0 && i < p->height && j < p->width;
    return inside ? p->at[i * p->width + j] : 0;
}

// The largest value within `radius` of (i, j).
static float largest(const Plane *p, int i, int j, int radius)
{
    float most = plane_value(p, i, j);
    for (int y = i - radius; y <= i + radius; y++)
        for (int x = j - radius; x <= j + radius; x++)
            if ((y - i) * (y - i) + (x - j) * (x - j) <= radius * radius)
                most = fmaxf(most, plane_value(p, y, x));
    return most;
}

Plane plane_dilate(const Plane *p, double radius)
{
    Plane out = plane_new(p->height, p->width);
    int whole = (int)radius;
    float rest = (float)(radius - whole);
    for (int i = 0; i < p->height; i++)
        for (int j = 0; j < p->width; j++)
            out.at[i * p->width + j] = (1 - rest) * largest(p, i, j, whole) +
                                       rest * largest(p, i, j, whole + 1);
    return out;
}

Plane plane_negative(const Plane *p)
{
    Plane out = plane_new(p->height, p->width);
    for (int k = 0; k < plane_count(p); k++) out.at[k] = -p->at[k];
    return out;
}

// What is thin in the ink is thick in what is not ink.
Plane plane_erode(const Plane *p, double radius)
{
    Plane paper = plane_negative(p), more = plane_dilate(&paper, radius);
    Plane out = plane_negative(&more);
    plane_free(&paper);
    plane_free(&more);
    return out;
}

// out[i] is the largest (sign 1) or smallest (sign -1) of in[i + shift -
// radius] to in[i + shift + radius], as far as these exist.
static void extreme(Line out, Line in, int shift, int radius, float sign)
{
    for (int i = 0; i < out.count; i++) {
        int first = i + shift - radius, last = i + shift + radius;
        if (last >= in.count) last = in.count - 1;
        float most = -INFINITY;
        for (int k = first > 0 ? first : 0; k <= last; k++)
            most = fmaxf(most, sign * in.at[(size_t)k * in.stride]);
        out.at[(size_t)i * out.stride] = sign * most;
    }
}

// The result has `wider` more rows and columns on each side, or fewer.
static Plane extremes(const Plane *p, int wider, int radius, float sign)
{
    Plane rows = plane_new(p->height, p->width + 2 * wider);
    Plane out = plane_new(p->height + 2 * wider, rows.width);
    for (int i = 0; i < rows.height; i++)
        extreme(row(&rows, i), row(p, i), -wider, radius, sign);
    for (int j = 0; j < out.width; j++)
        extreme(column(&out, j), column(&rows, j), -wider, radius, sign);
    plane_free(&rows);
    return out;
}

// The squares' middles may lie up to `radius` outside.
Plane plane_open(const Plane *p, int radius)
{
    Plane least = extremes(p, radius, radius, -1);
    Plane out = extremes(&least, -radius, radius, 1);
    plane_free(&least);
    return out;
}

// The level at which (i, j) is reached through one of its neighbours, when
// that is more than before.
static bool reach(Plane *level, const Plane *p, int i, int j)
{
    int at = i * p->width + j;
    float most = level->at[at];
    for (int y = i - (i > 0); y <= i + (i < p->height - 1); y++)
        for (int x = j - (j > 0); x <= j + (j < p->width - 1); x++)
            most = fmaxf(most, level->at[y * p->width + x]);
    most = fminf(most, p->at[at]);
    if (most <= level->at[at]) return false;
    level->at[at] = most;
    return true;
}

// To and fro over all pixels, until none changes.
Plane plane_from_corners(const Plane *p)
{
    int h = p->height, w = p->width, last = h * w - 1;
    Plane level = plane_new(h, w);
    for (int k = 0; k <= last; k++) level.at[k] = -INFINITY;
    int corner[4] = {0, w - 1, last - w + 1, last};
    for (int k = 0; k < 4; k++) level.at[corner[k]] = p->at[corner[k]];
    for (bool changed = true; changed;) {
        changed = false;
        for (int k = 0; k <= last; k++)
            changed |= reach(&level, p, k / w, k % w);
        for (int k = last; k >= 0; k--)
            changed |= reach(&level, p, k / w, k % w);
    }
    return level;
}
