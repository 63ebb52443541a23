/* digit.c: finds the digit in a reader's picture and gives it MNIST's form.
 *
 *     from far    the whole picture, small: is the ink lighter or darker than
 *                 the paper, how strong is the noise, where is the digit?
 *     from near   the digit alone, 40 pixels high or wide: noise smoothed
 *                 away, specks removed, strokes made as thick as MNIST's
 *     as MNIST    20 pixels high or wide, centre of mass in the middle
 *
 * The numbers below were chosen on pictures that tests/pictures.c and
 * tests/photographs.c made from training digits; the tests' pictures come
 * from test digits.
 */
#include "digit.h"

#include <math.h>
#include <string.h>

#include "blobs.h"
#include "paper.h"
#include "pen.h"

enum { SIDE = 28, DIGIT = 20 };  // MNIST's pictures, and the digit in them
enum { FAR = 128 };              // the whole picture's longer side, from far
enum { NEAR = 40 };              // the digit's longer side, from near,
enum { CONTEXT = 30 };           // and what is looked at around it
enum { MARGIN = 10 };            // room for a thicker pen
enum { WIDEST = 14 };            // half of the widest stroke
#define PEN 5.5                  // a stroke of MNIST, from near
enum { FAINTEST = 10 };          // ink nearer to its paper is none

/* ---- From far -----------------------------------------------------------*/

// Could the blob be noise? A blur of deviation s averages over 4 pi s^2
// pixels, so a blob is that many times fewer independent values, each so many
// times the noise. The sum of squares was below 21 in all of 376 evenly lit
// blank pictures with noise, and over 85 in all but five of 800 with digits.
static bool stands_out(Blob blob, float noise, double sigma)
{
    double independent = blob.area / (4 * M_PI * sigma * sigma + 1);
    double level = blob.ink / blob.area / (noise + 0.5);
    return independent * level * level > 85;
}

// The distance between two boxes, along the axis on which they are apart.
static double gap(Box a, Box b)
{
    double y = fmax(a.top - b.top - b.height, b.top - a.top - a.height);
    double x = fmax(a.left - b.left - b.width, b.left - a.left - a.width);
    return fmax(y, x);
}

static bool second_digit(Blob digit, Blob other)
{
    double size = longer_side(digit.box);
    return other.ink > 0.3 * digit.ink &&
           longer_side(other.box) > 0.5 * size &&
           gap(digit.box, other.box) > 0.06 * size;
}

// A digit may be in parts: a 5's bar may stand apart. Specks are small, and
// what lies elsewhere is something else.
static bool part_of_digit(Blob digit, Blob other)
{
    return other.ink > 0.12 * digit.ink &&
           gap(digit.box, other.box) < 0.25 * longer_side(digit.box);
}

// Keeps the blobs of one digit, the one with most ink, and says how many
// digits there are.
static int choose_digit(Blobs *b, int main)
{
    int digits = 1;
    for (int k = 0; k < b->count; k++) {
        Blob *other = &b->blob[k], digit = b->blob[main];
        if (k == main) continue;
        bool second = second_digit(digit, *other);
        digits += second;
        other->kept = !second && part_of_digit(digit, *other);
    }
    return digits;
}

// The same from far, in pixels of what is seen there.
static int find_digit(Box *box, const Plane *grey, Paper paper)
{
    int h = grey->height, w = grey->width, shorter = h < w ? h : w;
    double sigma = 0.35, widest = fmax(1, 0.03 * shorter);
    int radius = 1 + shorter / 5;
    Plane ink = clean_ink(grey, paper, radius, 12, widest, &sigma);
    float level = ink_level(&ink);
    float noise = noise_level(&ink, paper, sigma);
    Blobs blobs = blobs_find(&ink, fmaxf(2.5f * noise, 0.4f * level));
    int main = blobs_largest(&blobs), digits = 0;
    if (main >= 0 && level > FAINTEST &&
        stands_out(blobs.blob[main], noise, sigma))
        digits = choose_digit(&blobs, main);
    blobs_erase(&ink, &blobs);
    *box = box_around(&ink, 0);
    blobs_free(&blobs);
    plane_free(&ink);
    return digits;
}

// From far: the box around the digit, in the picture's pixels. Returns how
// many digits there are.
static int find_ink(Box *box, Paper *paper, const Picture *p)
{
    Box all = {0, 0, p->height, p->width}, b;
    double pixel = fmax(1, longer_side(all) / FAR);
    int h = (int)fmax(1, p->height / pixel);
    int w = (int)fmax(1, p->width / pixel);
    Plane grey = plane_of(p, all, h, w);
    *paper = paper_of(&grey);
    int digits = find_digit(&b, &grey, *paper);
    plane_free(&grey);
    double y = (double)p->height / h, x = (double)p->width / w;
    *box = (Box){b.top * y, b.left * x, b.height * y, b.width * x};
    return digits;
}

/* ---- From near ----------------------------------------------------------*/

static Plane with_margin(const Plane *p)
{
    int h = p->height + 2 * MARGIN, w = p->width + 2 * MARGIN;
    return plane_resample(p, (Box){-MARGIN, -MARGIN, h, w}, h, w);
}

// The box and what lies around it, as far as it lies in the picture.
static Box around(const Picture *p, Box b, double edge)
{
    double top = fmax(0, b.top - edge), left = fmax(0, b.left - edge);
    double bottom = fmin(p->height, b.top + b.height + edge);
    double right = fmin(p->width, b.left + b.width + edge);
    return (Box){top, left, bottom - top, right - left};
}

// Leaves what lies in the digit's box, without specks.
static void keep_digit(Plane *ink, Box digit, float threshold)
{
    Blobs blobs = blobs_find(ink, threshold);
    for (int k = 0; k < blobs.count; k++)
        blobs.blob[k].kept = gap(digit, blobs.blob[k].box) < 0;
    int main = blobs_largest(&blobs);
    for (int k = 0; k < blobs.count; k++)
        if (blobs.blob[k].ink < 0.08 * blobs.blob[main].ink)
            blobs.blob[k].kept = false;
    blobs_erase(ink, &blobs);
    blobs_free(&blobs);
}

// From near: the ink, noise smoothed away, between 0 and 1. Only what has
// over half of full ink counts: a pen's edge is soft, and strokes that nearly
// touch come apart again.
static Plane look_near(const Picture *p, Box box, Paper paper)
{
    double pixel = longer_side(box) / NEAR, sigma = 0.5;
    Box seen = around(p, box, CONTEXT * pixel);
    int h = (int)fmax(1, lround(seen.height / pixel));
    int w = (int)fmax(1, lround(seen.width / pixel));
    Plane grey = plane_of(p, seen, h, w);
    Plane ink = clean_ink(&grey, paper, WIDEST, 6, 2, &sigma);
    float level = ink_level(&ink);
    float noise = noise_level(&ink, paper, sigma);
    Box digit = {(box.top - seen.top) / pixel, (box.left - seen.left) / pixel,
                 box.height / pixel, box.width / pixel};
    keep_digit(&ink, digit, fmaxf(2 * noise, 0.3f * level));
    for (int k = 0; k < h * w; k++)
        ink.at[k] = fminf(1, fmaxf(0, 2 * ink.at[k] / level - 1));
    Plane out = with_margin(&ink);
    plane_free(&grey);
    plane_free(&ink);
    return out;
}

/* ---- As MNIST -----------------------------------------------------------*/

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
    double pixel = longer_side(box) / DIGIT;
    double middle = (SIDE / 2 + 0.5) * pixel;
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

int digit_stages(Stages *s, const uint8_t *grey, int height, int width)
{
    *s = (Stages){0};
    Picture picture = {height, width, grey};
    Box box;
    Paper paper;
    int digits = find_ink(&box, &paper, &picture);
    if (digits == 0) return 0;
    s->ink = look_near(&picture, box, paper);
    s->pen = with_pen(&s->ink, PEN);
    box = box_around(&s->pen, 0.25f);
    if (box.height <= 0) return 0;
    write_digit(s->digit, &s->pen, box);
    return digits;
}

void stages_free(Stages *s)
{
    plane_free(&s->ink);
    plane_free(&s->pen);
}

int digit_from_picture(uint8_t digit[SIDE * SIDE], const uint8_t *grey,
                       int height, int width)
{
    Stages stages;
    int digits = digit_stages(&stages, grey, height, width);
    memcpy(digit, stages.digit, SIDE * SIDE);
    stages_free(&stages);
    return digits;
}
