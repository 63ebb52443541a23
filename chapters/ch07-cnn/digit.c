/* digit.c: finds the digit in a reader's picture and gives it MNIST's form.
 *
 *     from far    the whole picture, small: what is background, is the ink
 *                 lighter or darker, how strong is the noise, where is it?
 *     from near   the ink alone, 40 pixels high or wide: noise smoothed away,
 *                 specks removed, strokes made as thin as a pen's
 *     as MNIST    20 pixels high or wide, centre of mass in the middle
 *
 * The numbers below were chosen on pictures that tests/pictures.c made from
 * training digits; the test's pictures come from test digits.
 */
#include "digit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

enum { SIDE = 28, DIGIT = 20 };  // MNIST's pictures, and the digit in them
enum { FAR = 96 };               // the whole picture's longer side, from far
enum { NEAR = 40, MARGIN = 10 }; // the ink's longer side, from near
#define THIN 5.5                 // a stroke of MNIST, from near
enum { FAINTEST = 10 };          // ink nearer to the background is none

static int ascending(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static float median(float *values, int count)
{
    qsort(values, count, sizeof(float), ascending);
    return count == 0 ? 0 : (values[(count - 1) / 2] + values[count / 2]) / 2;
}

// The grey of the picture's border. A digit may touch the border but hardly
// covers half of it, and then the median is still the background's.
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

static double cube(double d) { return d * d * d; }

// Is the ink lighter than the background, or darker? Noise goes both ways
// alike, ink far to one; a third power keeps the sign and favours the far.
static float ink_sign(const Plane *p, float background)
{
    double sum = 0;
    for (int i = 0; i < plane_count(p); i++)
        sum += cube(p->at[i] - background);
    return sum < 0 ? -1 : 1;
}

// The deviation of the noise. Ink lies on the positive side only, so negative
// values are noise alone; half of a normal distribution is within 0.6745.
static float noise_level(const Plane *ink)
{
    float *below = allocate(plane_count(ink), sizeof(float));
    int count = 0;
    for (int i = 0; i < plane_count(ink); i++)
        if (ink->at[i] < 0) below[count++] = -ink->at[i];
    float level = median(below, count) / 0.6745f;
    free(below);
    return level;
}

// The level of full ink: the mean of all that is nearly the strongest.
static float ink_level(const Plane *ink)
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

// Blurs no more than needed: wider and wider, until full ink is `clean` times
// the noise or the next blur would be wider than `widest`. Takes `ink` over.
static Plane smooth(Plane ink, float clean, double widest, double *sigma)
{
    Plane out = plane_blur(&ink, *sigma = 0.35);
    while (ink_level(&out) < clean * noise_level(&out) &&
           *sigma * M_SQRT2 <= widest) {
        plane_free(&out);
        out = plane_blur(&ink, *sigma *= M_SQRT2);
    }
    plane_free(&ink);
    return out;
}

// Pixels of ink that touch each other.
typedef struct Blob {
    int area;
    double ink;
} Blob;

// Numbers every pixel that can be reached from `start` over ink alone, with a
// stack of pixels whose neighbours are still to be looked at.
static Blob fill(int *number, int *stack, const Plane *ink, float threshold,
                 int start, int blob)
{
    Blob found = {0};
    int depth = 0, w = ink->width;
    number[stack[depth++] = start] = blob;
    while (depth > 0) {
        int at = stack[--depth], i = at / w, j = at % w;
        found.area++;
        found.ink += ink->at[at];
        for (int y = i - (i > 0); y <= i + (i < ink->height - 1); y++)
            for (int x = j - (j > 0); x <= j + (j < w - 1); x++)
                if (!number[y * w + x] && ink->at[y * w + x] > threshold)
                    number[stack[depth++] = y * w + x] = blob;
    }
    return found;
}

// Sets to 0 what is under the threshold and every speck: a blob with less
// than `share` of the largest one's ink. (A 5's bar may stand apart, but has
// more.) Returns the largest.
static Blob remove_specks(Plane *ink, float threshold, double share)
{
    int count = plane_count(ink), blobs = 0;
    int *number = allocate(count, sizeof(int));
    int *stack = allocate(count, sizeof(int));
    Blob *blob = allocate(count + 1, sizeof(Blob)), largest = {0};
    for (int k = 0; k < count; k++) {
        if (number[k] || ink->at[k] <= threshold) continue;
        blobs++;
        blob[blobs] = fill(number, stack, ink, threshold, k, blobs);
        if (blob[blobs].ink > largest.ink) largest = blob[blobs];
    }
    for (int k = 0; k < count; k++)
        if (!number[k] || blob[number[k]].ink < share * largest.ink)
            ink->at[k] = 0;
    free(number);
    free(stack);
    free(blob);
    return largest;
}

// The smallest box around all values above the threshold; its height is 0 or
// less when there is none.
static Box box_around(const Plane *p, float threshold)
{
    int top = p->height, left = p->width, bottom = -1, right = -1;
    for (int k = 0; k < plane_count(p); k++) {
        if (p->at[k] <= threshold) continue;
        int i = k / p->width, j = k % p->width;
        top = i < top ? i : top;
        bottom = i > bottom ? i : bottom;
        left = j < left ? j : left;
        right = j > right ? j : right;
    }
    return (Box){top, left, bottom + 1 - top, right + 1 - left};
}

static double longer(Box b) { return fmax(b.height, b.width); }

// Could the blob be noise? A blur of deviation s averages over 4 pi s^2
// pixels, so a blob is that many times fewer independent values, each so many
// times the noise. The sum of squares was below 55 in all but one of 7680
// blank pictures with noise, and over 90 in all but one of 2000 with digits.
static bool stands_out(Blob blob, float noise, double sigma)
{
    if (blob.area == 0) return false;
    double independent = blob.area / (4 * M_PI * sigma * sigma + 1);
    double level = blob.ink / blob.area / (noise + 0.5);
    return independent * level * level > 85;
}

// From far: what is background, and on which side of it is the ink?
static void learn_background(Picture *p, Box all, int h, int w)
{
    Plane raw = plane_of(p, all, h, w), calm = plane_blur(&raw, 1);
    p->background = border_level(&calm);
    p->sign = ink_sign(&calm, p->background);
    plane_free(&raw);
    plane_free(&calm);
}

// From far: the box around the ink, in the picture's pixels. False for none.
static bool find_ink(Box *box, Picture *p)
{
    Box all = {0, 0, p->height, p->width};
    double pixel = fmax(1, longer(all) / FAR), sigma;
    int h = (int)fmax(1, p->height / pixel);
    int w = (int)fmax(1, p->width / pixel);
    learn_background(p, all, h, w);

    double widest = fmax(1, 0.03 * (h < w ? h : w));
    Plane ink = smooth(plane_of(p, all, h, w), 12, widest, &sigma);
    float noise = noise_level(&ink), level = ink_level(&ink);
    float threshold = fmaxf(2.5f * noise, 0.4f * level);
    Blob largest = remove_specks(&ink, threshold, 0.12);
    Box b = box_around(&ink, 0);
    plane_free(&ink);

    double y = (double)p->height / h, x = (double)p->width / w;
    *box = (Box){b.top * y, b.left * x, b.height * y, b.width * x};
    return level > FAINTEST && stands_out(largest, noise, sigma);
}

// From near: the ink, noise smoothed away, between 0 and 1. Only what has
// over half of full ink counts: a pen's edge is soft, and strokes that nearly
// touch come apart again.
static Plane look_near(const Picture *p, Box box)
{
    double pixel = longer(box) / NEAR;
    int h = (int)lround(box.height / pixel) + 2 * MARGIN;
    int w = (int)lround(box.width / pixel) + 2 * MARGIN;
    double height = h * pixel, width = w * pixel, sigma;
    Box around = {box.top + (box.height - height) / 2,
                  box.left + (box.width - width) / 2, height, width};
    Plane ink = smooth(plane_of(p, around, h, w), 6, 2, &sigma);
    float noise = noise_level(&ink), level = ink_level(&ink);
    remove_specks(&ink, fmaxf(2 * noise, 0.3f * level), 0.08);
    for (int k = 0; k < h * w; k++)
        ink.at[k] = fminf(1, fmaxf(0, 2 * ink.at[k] / level - 1));
    return ink;
}

// How far a pixel lies inside the ink: 0.5 on a stroke's outermost pixels.
static double depth(const Plane *ink, int i, int j)
{
    int nearest = MARGIN * MARGIN;
    for (int y = i - MARGIN; y <= i + MARGIN; y++)
        for (int x = j - MARGIN; x <= j + MARGIN; x++) {
            if (plane_value(ink, y, x) > 0.5f) continue;
            int squared = (y - i) * (y - i) + (x - j) * (x - j);
            nearest = squared < nearest ? squared : nearest;
        }
    return sqrt(nearest) - 0.5;
}

// Across a stroke of width w the depth goes from 0 up to w/2 and down again,
// so its mean is w/4.
static double stroke_width(const Plane *ink)
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

// A felt pen's strokes become as thin as those of MNIST's pens. Without this,
// 26 of 1000 pictures were misread, with it 19.
static Plane thin(const Plane *ink)
{
    double excess = (stroke_width(ink) - THIN) / 2;
    return plane_erode(ink, fmin(fmax(excess, 0), 3));
}

// The centre of mass: where the ink would balance on a needle.
static void centre_of_mass(const Plane *ink, double *y, double *x)
{
    double mass = 0;
    *y = *x = 0;
    for (int k = 0; k < plane_count(ink); k++) {
        mass += ink->at[k];
        *y += ink->at[k] * (k / ink->width + 0.5);
        *x += ink->at[k] * (k % ink->width + 0.5);
    }
    *y /= mass;
    *x /= mass;
}

// MNIST's form. Its digits balance at row 14 and column 14, counted from 0:
// the middle of that pixel is at 14.5.
static void write_digit(uint8_t digit[SIDE * SIDE], const Plane *ink, Box box)
{
    double pixel = longer(box) / DIGIT, middle = (SIDE / 2 + 0.5) * pixel;
    double y, x;
    centre_of_mass(ink, &y, &x);
    Box frame = {y - middle, x - middle, SIDE * pixel, SIDE * pixel};
    Plane small = plane_resample(ink, frame, SIDE, SIDE);
    float strongest = 0;
    for (int k = 0; k < SIDE * SIDE; k++)
        strongest = fmaxf(strongest, small.at[k]);
    for (int k = 0; k < SIDE * SIDE; k++)
        digit[k] = (uint8_t)lroundf(255 * small.at[k] / strongest);
    plane_free(&small);
}

bool digit_stages(Stages *s, const uint8_t *grey, int height, int width)
{
    *s = (Stages){0};
    Picture picture = {height, width, grey, 0, 1};
    Box box;
    if (!find_ink(&box, &picture)) return false;
    s->ink = look_near(&picture, box);
    s->thinned = thin(&s->ink);
    box = box_around(&s->thinned, 0.25f);
    bool found = box.height > 0;
    if (found) write_digit(s->digit, &s->thinned, box);
    return found;
}

void stages_free(Stages *s)
{
    plane_free(&s->ink);
    plane_free(&s->thinned);
}

bool digit_from_picture(uint8_t digit[SIDE * SIDE], const uint8_t *grey,
                        int height, int width)
{
    Stages stages;
    bool found = digit_stages(&stages, grey, height, width);
    memcpy(digit, stages.digit, SIDE * SIDE);
    stages_free(&stages);
    return found;
}
