/* test_digit.c: from a picture to MNIST's form. The pictures are strokes drawn here, in buffers of
 * exactly their size, so that the sanitizers see a step outside.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digit.h"
#include "pen.h"
#include "../../../common/random.h"
#include "../sanitized.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE };

// ---- Pictures
// -------------------------------------------------------------------------------------

typedef struct Grey {
    int height, width;
    uint8_t *at;
} Grey;

static Grey blank(int height, int width, int level)
{
    Grey g = {height, width, malloc((size_t)height * width)};
    memset(g.at, level, (size_t)height * width);
    return g;
}

static void add_noise(Grey g, double sigma, uint64_t seed)
{
    Stream noise = {.seed = seed, .purpose = FOR_LESSON};
    for (int k = 0; k < g.height * g.width; k++)
        g.at[k] = (uint8_t)lround(fmin(255, fmax(0, g.at[k] + sigma * random_normal(noise, k))));
}

// A pen with a round tip of this radius goes straight from (y0, x0) to (y1, x1). Its edge is soft.
static void stroke(Grey g, int ink, double radius, double y0, double x0, double y1, double x1)
{
    double dy = y1 - y0, dx = x1 - x0;
    for (int k = 0; k < g.height * g.width; k++) {
        double y = k / g.width + 0.5 - y0, x = k % g.width + 0.5 - x0;
        double along = fmin(1, fmax(0, (y * dy + x * dx) / (dy * dy + dx * dx)));
        double distance = hypot(y - along * dy, x - along * dx);
        double cover = fmin(1, fmax(0, radius + 0.5 - distance));
        g.at[k] = (uint8_t)lround(g.at[k] + cover * (ink - g.at[k]));
    }
}

// A 4 that is `size` pixels high, with its upper left corner at (top, left).
static void draw_four(Grey g, int ink, double pen, double size, double top, double left)
{
    double right = left + 0.6 * size, bar = top + 0.55 * size;
    stroke(g, ink, pen, top, left, bar, left);
    stroke(g, ink, pen, bar, left, bar, right);
    stroke(g, ink, pen, top, right, top + size, right);
}

static int read_grey(uint8_t digit[PIXELS], Grey g)
{
    int digits = digit_from_picture(digit, g.at, g.height, g.width);
    free(g.at);
    return digits;
}

// ---- What a digit must look like
// ------------------------------------------------------------------

// Rows and columns that hold more than a quarter of full ink.
static void extent(const uint8_t digit[PIXELS], int *height, int *width)
{
    bool row[SIDE] = {false}, column[SIDE] = {false};
    for (int k = 0; k < PIXELS; k++)
        if (digit[k] > 64) row[k / SIDE] = column[k % SIDE] = true;
    *height = *width = 0;
    for (int i = 0; i < SIDE; i++) *height += row[i], *width += column[i];
}

static void expect_form(const uint8_t digit[PIXELS], const char *what)
{
    double mass = 0, y = 0, x = 0;
    int height, width, strongest = 0;
    for (int k = 0; k < PIXELS; k++) {
        mass += digit[k], y += digit[k] * (k / SIDE), x += digit[k] * (k % SIDE);
        strongest = digit[k] > strongest ? digit[k] : strongest;
    }
    cr_expect(fabs(y / mass - 14) < 0.3 && fabs(x / mass - 14) < 0.3,
              "%s: centre of mass at (%.2f, %.2f)", what, y / mass, x / mass);
    cr_expect(strongest == 255, "%s: strongest is %d", what, strongest);
    extent(digit, &height, &width);
    int longest = height > width ? height : width;
    cr_expect(longest >= 19 && longest <= 21, "%s: the longer side has %d pixels, not 20", what,
              longest);
}

// The mean difference of two digits, in grey levels of a pixel that is ink in either.
static double difference(const uint8_t a[PIXELS], const uint8_t b[PIXELS])
{
    double sum = 0, inked = 0;
    for (int k = 0; k < PIXELS; k++) {
        sum += abs(a[k] - b[k]);
        inked += a[k] > 0 || b[k] > 0;
    }
    return sum / inked;
}

static double ink_of(const uint8_t digit[PIXELS])
{
    double sum = 0;
    for (int k = 0; k < PIXELS; k++) sum += digit[k] / 255.0;
    return sum;
}

// ---- No digit
// -------------------------------------------------------------------------------------

static void expect_nothing(Grey g, const char *what)
{
    uint8_t digit[PIXELS];
    memset(digit, 77, sizeof digit);
    int height = g.height, width = g.width;
    cr_expect(!read_grey(digit, g), "found a digit in %s of %d x %d", what, height, width);
    cr_expect(ink_of(digit) == 0, "%s: no digit, and yet not black", what);
}

Test(digit, finds_nothing_on_a_blank_picture)
{
    static const int size[][2] = {{1, 1}, {2, 2}, {1, 9}, {9, 1}, {3, 700}, {28, 28}, {301, 211}};
    static const int level[] = {0, 1, 128, 255};
    for (int s = 0; s < 7; s++)
        for (int l = 0; l < 4; l++)
            expect_nothing(blank(size[s][0], size[s][1], level[l]), "a blank picture");
}

Test(digit, finds_nothing_in_noise)
{
    static const int size[][2] = {{20, 20}, {28, 40}, {90, 70}, {200, 250}};
    static const int level[] = {0, 100, 255};
    static const double sigma[] = {1, 4, 12, 26, 38, 64};
    for (int s = 0; s < 4; s++)
        for (int l = 0; l < 3; l++)
            for (int n = 0; n < 6; n += usual_or_sanitized(1, 5)) {
                Grey g = blank(size[s][0], size[s][1], level[l]);
                add_noise(g, sigma[n], 100 * s + 10 * l + n);
                char what[64];
                snprintf(what, sizeof what, "noise of %g on %d", sigma[n], level[l]);
                expect_nothing(g, what);
            }
}

// ---- Extremes: whatever is answered, nothing outside the buffers is
// touched -----------------------

Test(digit, survives_tiny_and_narrow_pictures)
{
    static const int size[][2] = {{1, 1},    {1, 2},    {2, 1},   {2, 2}, {3, 3},
                                  {1, 5000}, {5000, 1}, {2, 997}, {15, 3}};
    for (int s = 0; s < 9; s++)
        for (int every = 1; every <= 13; every += 3) {
            Grey g = blank(size[s][0], size[s][1], 200);
            for (int k = 0; k < g.height * g.width; k += every) g.at[k] = 0;
            uint8_t digit[PIXELS];
            if (read_grey(digit, g)) cr_expect(ink_of(digit) > 0, "a digit without ink");
        }
}

Test(digit, reads_a_line_of_one_pixel)
{
    uint8_t digit[PIXELS];
    Grey g = blank(28, 28, 255);
    for (int i = 5; i < 24; i++) g.at[i * 28 + 7] = 0;
    cr_assert(read_grey(digit, g));
    expect_form(digit, "a line of one pixel");
    int height, width;
    extent(digit, &height, &width);
    cr_expect(width <= 4, "the line is %d pixels wide", width);
}

// ---- The form of MNIST
// ----------------------------------------------------------------------------

Test(digit, has_the_form_of_mnist_at_any_size_and_place)
{
    static const int side[] = {28, 60, 150, 400, 1000};
    static const double place[][2] = {{0.05, 0.06}, {0.3, 0.3}, {0.35, 0.52}};
    for (int s = 0; s < 5; s++)
        for (int p = 0; p < 3; p++) {
            uint8_t digit[PIXELS];
            Grey g = blank(side[s], side[s], 220);
            draw_four(g, 30, 0.04 * side[s], 0.6 * side[s], place[p][0] * side[s],
                      place[p][1] * side[s]);
            cr_assert(read_grey(digit, g), "side %d, place %d: not found", side[s], p);
            expect_form(digit, "a four");
        }
}

Test(digit, fills_the_box_across_when_it_is_wider_than_high)
{
    uint8_t digit[PIXELS];
    Grey g = blank(100, 200, 0);
    stroke(g, 255, 3, 40, 60, 60, 140);
    cr_assert(read_grey(digit, g));
    expect_form(digit, "a bar across");
    int height, width;
    extent(digit, &height, &width);
    cr_expect(height <= 8, "20 x 80 became %d x %d: the proportions are lost", height, width);
}

Test(digit, is_the_same_at_any_size)
{
    uint8_t small[PIXELS], large[PIXELS];
    Grey a = blank(80, 80, 255), b = blank(800, 960, 255);
    draw_four(a, 0, 3, 40, 20, 20);
    draw_four(b, 0, 30, 400, 300, 420);
    cr_assert(read_grey(small, a) && read_grey(large, b));
    cr_expect(difference(small, large) < 12, "differ by %.1f", difference(small, large));
}

Test(digit, is_the_same_inverted)
{
    for (int sigma = 0; sigma <= 20; sigma += 20) {
        uint8_t dark[PIXELS], light[PIXELS];
        Grey a = blank(120, 90, 170), b = blank(120, 90, 0);
        draw_four(a, 60, 4, 60, 40, 15);
        add_noise(a, sigma, 5);
        for (int k = 0; k < 120 * 90; k++) b.at[k] = 255 - a.at[k];
        cr_assert(read_grey(dark, a) && read_grey(light, b));
        cr_expect(difference(dark, light) < 1, "differ by %.1f", difference(dark, light));
    }
}

// ---- Dirt, noise and thick pens
// -------------------------------------------------------------------

Test(digit, is_hardly_changed_by_noise)
{
    uint8_t clean[PIXELS], noisy[PIXELS];
    Grey a = blank(60, 60, 185), b = blank(60, 60, 185);
    draw_four(a, 255, 3, 36, 12, 18);
    draw_four(b, 255, 3, 36, 12, 18);
    add_noise(b, 36, 9);
    cr_assert(read_grey(clean, a) && read_grey(noisy, b));
    cr_expect(difference(clean, noisy) < 40, "differ by %.1f", difference(clean, noisy));
}

Test(digit, is_not_moved_by_specks)
{
    uint8_t clean[PIXELS], dirty[PIXELS];
    Grey a = blank(100, 100, 255), b = blank(100, 100, 255);
    draw_four(a, 0, 4, 50, 30, 30);
    draw_four(b, 0, 4, 50, 30, 30);
    stroke(b, 0, 2, 8, 90, 9, 91);
    stroke(b, 0, 2, 95, 6, 95, 7);
    cr_assert(read_grey(clean, a) && read_grey(dirty, b));
    cr_expect(difference(clean, dirty) < 1, "differ by %.1f", difference(clean, dirty));
}

// A 5 whose bar does not touch the rest: without it, the column above
// the hook's end would be empty.
Test(digit, keeps_a_bar_that_stands_apart)
{
    uint8_t digit[PIXELS];
    Grey g = blank(100, 100, 255);
    stroke(g, 0, 4, 25, 35, 50, 35);
    stroke(g, 0, 4, 50, 35, 55, 65);
    stroke(g, 0, 4, 55, 65, 80, 35);
    stroke(g, 0, 4, 20, 50, 20, 75);
    cr_assert(read_grey(digit, g));
    expect_form(digit, "a five in two parts");
    int above = 0;
    for (int k = 0; k < PIXELS; k++) above += k % SIDE >= 18 && k / SIDE <= 8 && digit[k] > 128;
    cr_expect(above >= 5, "only %d pixels of the bar are left", above);
}

Test(digit, makes_a_felt_pen_thinner)
{
    uint8_t pen[PIXELS], felt_pen[PIXELS];
    Grey a = blank(200, 200, 255), b = blank(200, 200, 255);
    draw_four(a, 0, 7, 120, 40, 60);
    draw_four(b, 0, 14, 120, 40, 60);
    cr_assert(read_grey(pen, a) && read_grey(felt_pen, b));
    cr_expect(ink_of(felt_pen) < 1.55 * ink_of(pen), "twice the pen left %.2f times the ink",
              ink_of(felt_pen) / ink_of(pen));
}

// ---- On the way
// -----------------------------------------------------------------------------------

Test(digit, shows_the_ink_of_a_felt_pen_before_and_after_thinning)
{
    uint8_t digit[PIXELS];
    Stages stages;
    Grey g = blank(120, 160, 200);
    draw_four(g, 30, 8, 70, 20, 60);
    cr_assert(digit_stages(&stages, g.at, g.height, g.width));
    cr_assert(read_grey(digit, g));
    cr_expect(memcmp(digit, stages.digit, PIXELS) == 0, "the last stage is another digit");
    double before = stroke_width(&stages.ink), after = stroke_width(&stages.pen);
    cr_expect(before > 5.5 + 1, "the pen is thin: %.1f pixels", before);
    cr_expect(after < before - 1, "strokes of %.1f pixels became %.1f", before, after);
    stages_free(&stages);
}

Test(digit, makes_a_hairline_thicker)
{
    uint8_t pen[PIXELS], hairline[PIXELS];
    Grey a = blank(600, 800, 230), b = blank(600, 800, 230);
    draw_four(a, 60, 16, 400, 100, 250);
    draw_four(b, 60, 0.5, 400, 100, 250);
    cr_assert(read_grey(pen, a) == 1 && read_grey(hairline, b) == 1);
    expect_form(hairline, "a hairline");
    cr_expect(difference(pen, hairline) < 60, "differ by %.1f", difference(pen, hairline));
    cr_expect(ink_of(hairline) > 0.6 * ink_of(pen), "a hairline left %.2f of the ink",
              ink_of(hairline) / ink_of(pen));
}

// ---- Light, desks and other digits
// ----------------------------------------------------------------

typedef double (*Light)(double y, double x);   // of 0 … 1 down and across: 0 … 1

static double ramp(double y, double x) { return 0.6 + 0.3 * x + 0.1 * y; }
static double corners(double y, double x)
{
    return 1 - (y - 0.5) * (y - 0.5) - (x - 0.5) * (x - 0.5);
}
static double shadow(double y, double x) { return x + 0.3 * y < 0.55 ? 0.6 : 1; }
static double desk(double y, double x) { return x > 0.93 + 0.02 * y ? 0.25 : 1; }
static double light_desk(double y, double x) { return y < 0.05 + 0.02 * x ? 1.2 : 0.9; }

// The same digit must come out whatever the light is and whichever the ink.
static void expect_the_same_in(Light light, const char *what, int paper, int ink)
{
    uint8_t even[PIXELS], uneven[PIXELS];
    Grey a = blank(300, 400, paper), b = blank(300, 400, paper);
    draw_four(a, ink, 6, 150, 80, 150);
    draw_four(b, ink, 6, 150, 80, 150);
    for (int k = 0; k < 300 * 400; k++) {
        double lit = b.at[k] * light((k / 400) / 300.0, (k % 400) / 400.0);
        b.at[k] = (uint8_t)lround(fmin(255, lit));
    }
    cr_assert(read_grey(even, a) == 1);
    int digits = read_grey(uneven, b);
    cr_assert(digits == 1, "%s, ink %d on %d: %d digits", what, ink, paper, digits);
    cr_expect(difference(even, uneven) < 30, "%s, ink %d on %d: differ by %.1f", what, ink, paper,
              difference(even, uneven));
}

Test(digit, is_the_same_in_any_light)
{
    int paper[2] = {210, 60}, ink[2] = {70, 210};
    for (int k = 0; k < 2; k++) {
        expect_the_same_in(ramp, "a ramp", paper[k], ink[k]);
        expect_the_same_in(corners, "dark corners", paper[k], ink[k]);
        expect_the_same_in(shadow, "the edge of a shadow", paper[k], ink[k]);
        expect_the_same_in(desk, "a dark desk", paper[k], ink[k]);
        expect_the_same_in(light_desk, "a light desk", paper[k], ink[k]);
    }
}

Test(digit, the_light_alone_is_none)
{
    Light lights[] = {ramp, corners, shadow, desk};
    for (int l = 0; l < 4; l++) {
        uint8_t digit[PIXELS];
        Grey g = blank(300, 400, 210);
        for (int k = 0; k < 300 * 400; k++)
            g.at[k] = (uint8_t)lround(g.at[k] * lights[l]((k / 400) / 300.0, (k % 400) / 400.0));
        cr_expect(read_grey(digit, g) == 0, "light %d became a digit", l);
    }
}

Test(digit, counts_digits_and_takes_one)
{
    uint8_t alone[PIXELS], of_two[PIXELS];
    Grey a = blank(300, 400, 210), b = blank(300, 400, 210);
    draw_four(a, 70, 6, 120, 80, 60);
    draw_four(b, 70, 6, 120, 80, 60);
    draw_four(b, 70, 5, 110, 80, 260);
    cr_expect(read_grey(alone, a) == 1);
    cr_expect(read_grey(of_two, b) == 2);
    cr_expect(difference(alone, of_two) < 12, "differ by %.1f", difference(alone, of_two));
}
