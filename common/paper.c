// paper.c: the paper is what remains of a picture when its strokes are worn
// away; the ink is the difference.
#include "paper.h"

#include <math.h>
#include <stdlib.h>

#include "error.h"

static int ascending(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

// Sorts the values.
static float median(float *values, int count)
{
    qsort(values, count, sizeof(float), ascending);
    return count == 0 ? 0 : (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static float middle_of(const Plane *p)
{
    float *values = allocate(plane_count(p), sizeof(float));
    for (int k = 0; k < plane_count(p); k++) values[k] = p->at[k];
    float middle = median(values, plane_count(p));
    free(values);
    return middle;
}

// How lopsided the values are around 0: positive where a few of them lie far
// above it. Half a grey level is noise.
static double skewness(const Plane *p)
{
    double squares = 0, cubes = 0, n = plane_count(p);
    for (int k = 0; k < n; k++) {
        double d = p->at[k];
        squares += d * d;
        cubes += d * d * d;
    }
    return cubes / n / pow(squares / n + 0.5, 1.5);
}

// How much lighter than what is wide around it, or darker.
static Plane unlike_wide(const Plane *grey, int radius)
{
    Plane negative = plane_negative(grey);
    Plane valleys = plane_open(grey, radius);
    Plane hills = plane_open(&negative, radius);
    Plane out = plane_new(grey->height, grey->width);
    for (int k = 0; k < plane_count(grey); k++)
        out.at[k] = 2 * grey->at[k] - valleys.at[k] + hills.at[k];
    plane_free(&negative);
    plane_free(&valleys);
    plane_free(&hills);
    return out;
}

static Plane unlike_around(const Plane *grey, double sigma)
{
    Plane mean = plane_blur(grey, sigma);
    Plane out = plane_new(grey->height, grey->width);
    for (int k = 0; k < plane_count(grey); k++)
        out.at[k] = grey->at[k] - mean.at[k];
    plane_free(&mean);
    return out;
}

// Thin strokes are few pixels that differ from all that is wide, far and to
// one side; the edge of a shadow does not. Thick strokes are wide themselves;
// they differ from the mean of a large neighbourhood far to one side, and the
// paper differs little to the other. Noise is as good as thin strokes.
static float side_of_ink(const Plane *calm, bool noisy)
{
    int shorter = calm->height < calm->width ? calm->height : calm->width;
    Plane thin = unlike_wide(calm, 2);
    Plane thick = unlike_around(calm, shorter / 5.0);
    double lopsided = skewness(&thin);
    if (noisy || fabs(lopsided) < 4) lopsided = skewness(&thick);
    plane_free(&thin);
    plane_free(&thick);
    return lopsided < 0 ? -1 : 1;
}

// The grey of the picture's border. A digit may touch the border but hardly
// covers half of it, and then the median is still the paper's.
static float border_level(const Plane *p)
{
    float *values = allocate(plane_count(p), sizeof(float));
    int count = 0, h = p->height, w = p->width;
    int ring = 1 + (h < w ? h : w) / 14;
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            if (i < ring || j < ring || i >= h - ring || j >= w - ring)
                values[count++] = p->at[i * w + j];
    float level = median(values, count);
    free(values);
    return level;
}

// The deviation of the noise, from how far a pixel differs from the mean of
// those beside it: where light and paper change slowly, that is noise.
static float grain_of(const Plane *grey)
{
    float *differs = allocate(plane_count(grey), sizeof(float));
    int count = 0;
    for (int i = 0; i < grey->height; i++)
        for (int j = 1; j < grey->width - 1; j++) {
            const float *at = grey->at + i * grey->width + j;
            differs[count++] = fabsf(at[0] - (at[-1] + at[1]) / 2);
        }
    float level = median(differs, count) / 0.6745f / sqrtf(1.5f);
    free(differs);
    return level;
}

Paper paper_of(const Plane *grey)
{
    float grain = grain_of(grey);
    bool noisy = grain > 3;
    Plane calm = plane_blur(grey, 1);
    Paper paper = {side_of_ink(&calm, noisy), grain, noisy,
                   border_level(&calm)};
    plane_free(&calm);
    return paper;
}

// Ink takes away a share of the light: half the light, half the difference.
// Where there is hardly any light, noise must not become ink.
static void even_light(Plane *ink, const Plane *paper)
{
    enum { DARK = 12 };
    float usual = fabsf(middle_of(paper)) + DARK;
    for (int k = 0; k < plane_count(ink); k++)
        ink->at[k] *= usual / (fabsf(paper->at[k]) + DARK);
}

static void subtract(Plane *p, const Plane *less)
{
    for (int k = 0; k < plane_count(p); k++) p->at[k] -= less->at[k];
}

// As if the light fell evenly.
static void subtract_level(Plane *ink, float level)
{
    for (int k = 0; k < plane_count(ink); k++) ink->at[k] -= level;
}

static void subtract_local_paper(Plane *ink, int radius)
{
    Plane paper = plane_open(ink, radius);
    subtract(ink, &paper);
    even_light(ink, &paper);
    plane_free(&paper);
    Plane desk = plane_from_corners(ink);
    subtract(ink, &desk);
    plane_free(&desk);
    subtract_level(ink, middle_of(ink));
}

Plane ink_on_paper(const Plane *grey, Paper paper, int radius)
{
    Plane ink = paper.side < 0 ? plane_negative(grey) : plane_copy(grey);
    if (paper.noisy) subtract_level(&ink, paper.side * paper.level);
    else subtract_local_paper(&ink, radius);
    return ink;
}

// Ink lies on the positive side only, so negative values are noise alone;
// half of a normal distribution is within 0.6745 deviations. The blur
// averages
// over 4 pi sigma^2 pixels, so at least the grain's share of that is left.
float noise_level(const Plane *ink, Paper paper, double sigma)
{
    float *below = allocate(plane_count(ink), sizeof(float));
    int count = 0;
    for (int i = 0; i < plane_count(ink); i++)
        if (ink->at[i] < 0) below[count++] = -ink->at[i];
    float level = median(below, count) / 0.6745f;
    free(below);
    double averaged = 4 * M_PI * sigma * sigma + 1;
    return fmaxf(level, (float)(paper.grain / sqrt(averaged)));
}

// The mean of all that is nearly the strongest.
float ink_level(const Plane *ink)
{
    float strongest = 0;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < plane_count(ink); i++)
        strongest = fmaxf(strongest, ink->at[i]);
    for (int i = 0; i < plane_count(ink); i++)
        if (ink->at[i] > 0.6f * strongest) {
            sum += ink->at[i];
            count++;
        }
    return count == 0 ? 0 : (float)(sum / count);
}

Plane clean_ink(const Plane *grey, Paper paper, int radius, float clean,
                double widest, double *sigma)
{
    for (;; *sigma *= M_SQRT2) {
        Plane calm = plane_blur(grey, *sigma);
        Plane ink = ink_on_paper(&calm, paper, radius);
        plane_free(&calm);
        if (ink_level(&ink) >= clean * noise_level(&ink, paper, *sigma) ||
            *sigma * M_SQRT2 > widest)
            return ink;
        plane_free(&ink);
    }
}
