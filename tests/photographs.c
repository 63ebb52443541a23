/* photographs.c: makes pictures such as a reader might take of a digit on paper, out of the
 * digits of MNIST.
 *
 *     photographs FOLDER COUNT SEED IMAGES LABELS
 *
 * writes FOLDER/000-digit7.jpg, … and FOLDER/photographs.tsv, which says what was done to each. A
 * pen of 2 to 20 pixels goes over a digit's path, turned by up to 15 degrees, anywhere on a page
 * of 320 x 240 to 800 x 600 pixels. Then each of these happens to half of the pages: light that
 * falls off to one side, a vignette, the edge of a shadow, a strip of the desk beside the paper, a
 * blurred lens. Every pixel carries a little noise, and the JPEG has quality 40. One page in five
 * is a board with chalk.
 */
#include <stdio.h>
#include <stdlib.h>

#include <stb/stb_image_write.h>

#include "data.h"
#include "skeleton.h"

enum { SMALLEST = 240, LARGEST = 600, QUALITY = 40 };

typedef struct Photograph {
    int number, digit;           // which photograph, and which of the data set's digits it shows
    int height, width;
    double paper, ink;           // the share of the light that they give back, 0 to 1
    double pen, size, turn;      // pixels, pixels of the digit's 20, radians
    double y, x;                 // the digit's middle
    double slope, slope_angle;   // of the light: how much is lost from one side to the other
    double vignette;             // what is lost in the corners
    double shadow, shadow_angle, shadow_place, shadow_soft;   // the light left in it; 1 for none
    double desk, desk_width, desk_tilt;   // its grey; of the picture; radians
    int desk_side;
    double blur, sigma;          // deviations: of the lens, pixels; of the noise, grey levels
    uint64_t seed;
} Photograph;

typedef struct Dice {
    Stream stream;
    uint64_t thrown;
} Dice;

static double between(Dice *d, double low, double high)
{
    return low + (high - low) * random_uniform(d->stream, d->thrown++);
}

// What happens to half of the photographs: there, a number between low and high, otherwise `none`.
static double perhaps(Dice *d, double none, double low, double high)
{
    double value = between(d, low, high);
    return between(d, 0, 1) < 0.5 ? none : value;
}

static void draw_light(Photograph *p, Dice *d)
{
    p->slope = perhaps(d, 0, 0.1, 0.4);
    p->slope_angle = between(d, 0, 2 * M_PI);
    p->vignette = perhaps(d, 0, 0.1, 0.5);
    p->shadow = perhaps(d, 1, 0.55, 0.85);
    p->shadow_angle = between(d, 0, 2 * M_PI);
    p->shadow_place = between(d, -0.4, 0.4);
    p->shadow_soft = between(d, 1, 12);
    p->blur = perhaps(d, 0, 0.5, 2);
    p->sigma = between(d, 1, 6);
}

static void draw_page(Photograph *p, Dice *d)
{
    bool chalk = between(d, 0, 1) < 0.2;
    p->paper = chalk ? between(d, 0.15, 0.35) : between(d, 0.65, 0.92);
    p->ink = chalk ? between(d, 0.75, 0.95) : p->paper * between(d, 0.15, 0.55);
    p->desk_width = perhaps(d, 0, 0.03, 0.12);
    p->desk = between(d, 0.1, 0.9);
    p->desk_tilt = between(d, -0.07, 0.07);
    p->desk_side = (int)between(d, 0, 4);
}

static void draw_digit(Photograph *p, Dice *d)
{
    int shorter = p->height < p->width ? p->height : p->width;
    p->size = shorter * between(d, 0.35, 0.65);
    p->pen = 2 * pow(10, between(d, 0, 1));
    p->turn = between(d, -15, 15) * M_PI / 180;
    double room = 0.36 * p->size + shorter * 0.14;
    p->y = between(d, room, p->height - room);
    p->x = between(d, room, p->width - room);
}

static Photograph photograph_draw(uint64_t seed, int number, int digits)
{
    Stream stream = {.seed = seed, .step = number, .purpose = FOR_LESSON, .source = 3};
    Dice d = {stream, 0};
    Photograph p = {.number = number, .seed = seed, .digit = (int)between(&d, 0, digits)};
    int shorter = (int)between(&d, SMALLEST, LARGEST), longer = shorter * 4 / 3;
    bool upright = between(&d, 0, 1) < 0.5;
    p.height = upright ? longer : shorter;
    p.width = upright ? shorter : longer;
    draw_page(&p, &d);
    draw_digit(&p, &d);
    draw_light(&p, &d);
    return p;
}

// How much of a pixel the pen covers, where its tip goes straight from (y0, x0) to (y1, x1).
static void stroke(float *cover, Photograph p, double y0, double x0, double y1, double x1)
{
    double reach = p.pen / 2 + 1, dy = y1 - y0, dx = x1 - x0, squared = dy * dy + dx * dx + 1e-9;
    int top = (int)fmax(0, fmin(y0, y1) - reach), left = (int)fmax(0, fmin(x0, x1) - reach);
    int bottom = (int)fmin(p.height - 1, fmax(y0, y1) + reach);
    int right = (int)fmin(p.width - 1, fmax(x0, x1) + reach);
    for (int i = top; i <= bottom; i++)
        for (int j = left; j <= right; j++) {
            double y = i + 0.5 - y0, x = j + 0.5 - x0;
            double along = fmin(1, fmax(0, (y * dy + x * dx) / squared));
            double distance = hypot(y - along * dy, x - along * dx);
            double covered = fmin(1, fmax(0, p.pen / 2 + 0.5 - distance));
            cover[i * p.width + j] = fmaxf(cover[i * p.width + j], (float)covered);
        }
}

static void write_over(float *cover, Photograph p, const Skeleton *s)
{
    double scale = p.size / 20, c = scale * cos(p.turn), n = scale * sin(p.turn);
    for (int k = 0; k < s->lines; k++) {
        double ya = s->y[s->from[k]] - 14, xa = s->x[s->from[k]] - 14;
        double yb = s->y[s->to[k]] - 14, xb = s->x[s->to[k]] - 14;
        stroke(cover, p, p.y + c * ya + n * xa, p.x - n * ya + c * xa, p.y + c * yb + n * xb,
               p.x - n * yb + c * xb);
    }
}

// Does the desk show here? The paper's edge is a line, a little tilted.
static bool on_desk(Photograph p, int i, int j)
{
    double y = (i + 0.5) / p.height, x = (j + 0.5) / p.width;
    double from_edge[4] = {y, x, 1 - y, 1 - x}, along[4] = {x, y, x, y};
    return from_edge[p.desk_side] < p.desk_width + p.desk_tilt * (along[p.desk_side] - 0.5) &&
           p.desk_width > 0;
}

// The light that falls on a pixel, 0 to 1.
static double light_at(Photograph p, int i, int j)
{
    double longer = p.height > p.width ? p.height : p.width;
    double y = (i - p.height / 2.0) / longer, x = (j - p.width / 2.0) / longer;   // -0.5 to 0.5
    double slope = 1 - p.slope * (0.5 + y * sin(p.slope_angle) + x * cos(p.slope_angle));
    double vignette = 1 - p.vignette * (y * y + x * x) / 0.4;
    double behind = y * sin(p.shadow_angle) + x * cos(p.shadow_angle) - p.shadow_place;
    double shade = fmin(1, fmax(0, behind * longer / p.shadow_soft));
    return slope * vignette * (1 - shade * (1 - p.shadow));
}

// A lens that is out of focus: a mean over `blur` pixels to each side, three times, is nearly
// Gaussian.
static void blur_line(float *line, float *sums, int count, int stride, int radius)
{
    for (int round = 0; round < 3; round++) {
        sums[0] = 0;
        for (int i = 0; i < count; i++) sums[i + 1] = sums[i] + line[i * stride];
        for (int i = 0; i < count; i++) {
            int first = i > radius ? i - radius : 0;
            int end = i + radius < count ? i + radius + 1 : count;
            line[i * stride] = (sums[end] - sums[first]) / (float)(end - first);
        }
    }
}

static void blur(float *light, Photograph p)
{
    static float sums[2 * LARGEST];
    int radius = (int)lround(p.blur);
    if (radius == 0) return;
    for (int i = 0; i < p.height; i++) blur_line(light + i * p.width, sums, p.width, 1, radius);
    for (int j = 0; j < p.width; j++) blur_line(light + j, sums, p.height, p.width, radius);
}

static void photograph_render(uint8_t *pixels, float *light, Photograph p, const Skeleton *s)
{
    Stream noise = {.seed = p.seed, .step = p.number, .purpose = FOR_LESSON, .source = 4};
    memset(light, 0, sizeof *light * (size_t)p.height * (size_t)p.width);
    write_over(light, p, s);
    for (int i = 0; i < p.height; i++)
        for (int j = 0; j < p.width; j++) {
            float *at = light + i * p.width + j;
            double there = on_desk(p, i, j) ? p.desk : p.paper + *at * (p.ink - p.paper);
            *at = (float)(255 * there * light_at(p, i, j));
        }
    blur(light, p);
    for (int k = 0; k < p.height * p.width; k++) {
        double grey = light[k] + p.sigma * random_normal(noise, (uint64_t)k);
        pixels[k] = (uint8_t)lround(fmin(fmax(grey, 0), 255));
    }
}

static bool photograph_write(const char *folder, Photograph p, int label, const uint8_t *pixels,
                             FILE *list)
{
    char name[64], path[1024];
    snprintf(name, sizeof name, "%03d-digit%d.jpg", p.number, label);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    fprintf(list, "%s\t%d\t%d\t%d\t%d\t%.2f\t%.2f\t%.1f\t%.0f\t%.0f\t"
                  "%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.1f\t%.1f\n",
            name, label, p.digit, p.height, p.width, p.paper, p.ink, p.pen, p.size,
            p.turn * 180 / M_PI, p.slope, p.vignette, p.shadow, p.desk, p.desk_width, p.blur,
            p.sigma);
    return stbi_write_jpg(path, p.width, p.height, 1, pixels, QUALITY) != 0;
}

static bool photographs_write(const char *folder, int count, uint64_t seed, const Dataset *digits,
                              FILE *list)
{
    size_t most = (size_t)LARGEST * LARGEST * 4 / 3;
    uint8_t *pixels = allocate(most, 1);
    float *light = allocate(most, sizeof(float));
    static Skeleton skeleton;
    bool ok = true;
    fprintf(list,
            "file\tlabel\tdigit\theight\twidth\tpaper\tink\tpen\tsize\tturn\tslope\tvignette\t"
            "shadow\tdesk\tdesk_width\tblur\tsigma\n");
    for (int k = 0; ok && k < count; k++) {
        Photograph p = photograph_draw(seed, k, digits->count);
        const uint8_t *digit = bytes(&digits->inputs) + (size_t)p.digit * MNIST * MNIST;
        skeleton_of(&skeleton, (const uint8_t(*)[MNIST])digit);
        photograph_render(pixels, light, p, &skeleton);
        ok = photograph_write(folder, p, ints(&digits->targets)[p.digit], pixels, list);
    }
    free(pixels);
    free(light);
    return ok;
}

int main(int argc, char **argv)
{
    if (argc != 6) return fprintf(stderr, "photographs FOLDER COUNT SEED IMAGES LABELS\n"), 2;
    Error error = {0};
    Dataset digits;
    if (!idx_dataset(&digits, argv[4], argv[5], MNIST, MNIST, 10, &error))
        return fprintf(stderr, "photographs: %s\n", error.message), 1;
    char path[1024];
    snprintf(path, sizeof path, "%s/photographs.tsv", argv[1]);
    FILE *list = fopen(path, "w");
    bool ok = list && photographs_write(argv[1], atoi(argv[2]), strtoull(argv[3], NULL, 10),
                                        &digits, list);
    if (list) ok &= fclose(list) == 0;
    if (!ok) fprintf(stderr, "photographs: could not write to %s\n", argv[1]);
    dataset_free(&digits);
    return ok ? 0 : 1;
}
