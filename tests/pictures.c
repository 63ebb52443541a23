/* pictures.c: makes pictures such as a reader might draw, out of the digits of MNIST.
 *
 *     pictures FOLDER COUNT SEED IMAGES LABELS
 *
 * writes FOLDER/000-digit7.png, 001-digit2.jpg, … and FOLDER/pictures.tsv, which says what
 * was drawn. A picture has a shorter side of 20 to 1000 pixels, a background of grey 64 to
 * 192 and ink that is black or white; the digit is one or two of MNIST's pixels thicker
 * than it was, lies up to 20% off the middle but wholly inside, and every pixel carries
 * noise of 0.10 to 0.15 of the grey range.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stb/stb_image_write.h>

#include "data.h"

enum { SIDE = 28, SMALLEST = 20, LARGEST = 1000 };

typedef struct Picture {
    int number, digit;   // which picture, and which of the data set's digits it shows
    int height, width;
    int thicker;   // 1 or 2 pixels of MNIST's
    bool dark_ink;
    int background;
    double sigma;   // of the noise, in grey levels
    double shift_y, shift_x;   // wanted, as a fraction of the shorter side
    int quality;   // of the JPEG; 0 for a PNG
    uint64_t seed;
} Picture;

static double between(double low, double high, double uniform)
{
    return low + (high - low) * uniform;
}

static Picture picture_draw(uint64_t seed, int number, int digits)
{
    Stream chance = {.seed = seed, .step = number, .purpose = FOR_LESSON, .source = 1};
    double u[12];
    for (int i = 0; i < 12; i++) u[i] = random_uniform(chance, i);
    int side = (int)lround(SMALLEST * pow((double)LARGEST / SMALLEST, u[0]));
    int longer = u[1] < 0.5 ? side : (int)fmin(LARGEST, lround(side * between(1.0, 1.6, u[2])));
    return (Picture){
        .number = number,
        .digit = (int)(u[3] * digits),
        .seed = seed,
        .height = u[1] < 0.75 ? side : longer,
        .width = u[1] < 0.75 ? longer : side,
        .thicker = u[4] < 0.5 ? 1 : 2,
        .dark_ink = u[5] < 0.5,
        .background = (int)lround(between(64, 192, u[6])),
        .sigma = 255 * between(0.10, 0.15, u[7]),
        .shift_y = between(-0.2, 0.2, u[8]),
        .shift_x = between(-0.2, 0.2, u[9]),
        .quality = u[10] < 0.5 ? 0 : (int)lround(between(70, 95, u[11])),
    };
}

// Grey dilation: each pixel takes the most ink in a square of (thicker + 1) pixels.
static void thicken(uint8_t out[SIDE][SIDE], const uint8_t in[SIDE][SIDE], int thicker)
{
    memset(out, 0, SIDE * SIDE);
    int before = thicker / 2, after = thicker - before;
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++)
            for (int y = i - before; y <= i + after; y++)
                for (int x = j - before; x <= j + after; x++)
                    if (y >= 0 && y < SIDE && x >= 0 && x < SIDE && in[y][x] > out[i][j])
                        out[i][j] = in[y][x];
}

// The digit at a point of its own grid, where pixel (i, j) has its middle at (i + 0.5, j + 0.5).
static double interpolate(const uint8_t digit[SIDE][SIDE], double y, double x)
{
    int i = (int)floor(y - 0.5), j = (int)floor(x - 0.5);
    double v = y - 0.5 - i, u = x - 0.5 - j, sum = 0;
    for (int a = 0; a < 2; a++)
        for (int b = 0; b < 2; b++)
            if (i + a >= 0 && i + a < SIDE && j + b >= 0 && j + b < SIDE)
                sum += (a ? v : 1 - v) * (b ? u : 1 - u) * digit[i + a][j + b];
    return sum / 255;
}

// The mean of the digit over one pixel of the picture, `size` of the digit's pixels wide.
static double ink_at(const uint8_t digit[SIDE][SIDE], double y, double x, double size)
{
    int samples = size > 0.5 ? 4 : 1;
    double sum = 0;
    for (int a = 0; a < samples; a++)
        for (int b = 0; b < samples; b++)
            sum +=
                interpolate(digit, y + size * (a + 0.5) / samples, x + size * (b + 0.5) / samples);
    return sum / (samples * samples);
}

// Where the digit's grid begins along one axis, in its own pixels: the wanted
// shift, but with the rows (or columns) first … last still inside a picture that
// is `extent` of the digit's pixels long.
static double origin(double extent, double shift, int first, int last)
{
    double wanted = (extent - SIDE) / 2 + shift * SIDE;
    return fmax(-first, fmin(extent - last - 1, wanted));
}

// The first and the last row that hold ink; with `columns`, the first and last column.
static void ink_range(const uint8_t digit[SIDE][SIDE], bool columns, int *first, int *last)
{
    *first = SIDE, *last = -1;
    for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++)
            if (columns ? digit[j][i] : digit[i][j]) {
                if (i < *first) *first = i;
                *last = i;
            }
}

static void picture_render(uint8_t *pixels, Picture p, const uint8_t original[SIDE][SIDE])
{
    Stream noise = {.seed = p.seed, .step = p.number, .purpose = FOR_LESSON, .source = 2};
    uint8_t digit[SIDE][SIDE];
    thicken(digit, original, p.thicker);
    int top, bottom, left, right;
    ink_range(digit, false, &top, &bottom);
    ink_range(digit, true, &left, &right);
    double size = (double)SIDE / (p.height < p.width ? p.height : p.width);
    double y = origin(p.height * size, p.shift_y, top, bottom);
    double x = origin(p.width * size, p.shift_x, left, right);
    double contrast = (p.dark_ink ? 0 : 255) - p.background;
    for (int i = 0; i < p.height; i++)
        for (int j = 0; j < p.width; j++) {
            int64_t at = (int64_t)i * p.width + j;
            double grey = p.background +
                          contrast * ink_at(digit, i * size - y, j * size - x, size) +
                          p.sigma * random_normal(noise, at);
            pixels[at] = (uint8_t)lround(fmin(fmax(grey, 0), 255));
        }
}

static bool picture_write(const char *folder, Picture p, int label, const uint8_t *pixels,
                          FILE *list)
{
    char name[64], path[1024];
    snprintf(name, sizeof name, "%03d-digit%d.%s", p.number, label, p.quality ? "jpg" : "png");
    snprintf(path, sizeof path, "%s/%s", folder, name);
    fprintf(list, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.1f\t%d\n", name, label, p.digit, p.height,
            p.width, p.thicker, p.dark_ink, p.background, p.sigma, p.quality);
    if (p.quality) return stbi_write_jpg(path, p.width, p.height, 1, pixels, p.quality) != 0;
    return stbi_write_png(path, p.width, p.height, 1, pixels, p.width) != 0;
}

static bool pictures_write(const char *folder, int count, uint64_t seed, const Dataset *digits,
                           FILE *list)
{
    uint8_t *pixels = allocate(LARGEST * LARGEST, 1);
    bool ok = true;
    fprintf(list,
            "file\tlabel\tdigit\theight\twidth\tthicker\tdark_ink\tbackground\tsigma\tquality\n");
    for (int k = 0; ok && k < count; k++) {
        Picture p = picture_draw(seed, k, digits->count);
        const uint8_t *digit = bytes(&digits->inputs) + (size_t)p.digit * SIDE * SIDE;
        picture_render(pixels, p, (const uint8_t(*)[SIDE])digit);
        ok = picture_write(folder, p, ints(&digits->targets)[p.digit], pixels, list);
    }
    free(pixels);
    return ok;
}

int main(int argc, char **argv)
{
    if (argc != 6) return fprintf(stderr, "pictures FOLDER COUNT SEED IMAGES LABELS\n"), 2;
    Error error = {0};
    Dataset digits;
    if (!idx_dataset(&digits, argv[4], argv[5], 28, 28, 10, &error))
        return fprintf(stderr, "pictures: %s\n", error.message), 1;
    char path[1024];
    snprintf(path, sizeof path, "%s/pictures.tsv", argv[1]);
    FILE *list = fopen(path, "w");
    bool ok =
        list && pictures_write(argv[1], atoi(argv[2]), strtoull(argv[3], NULL, 10), &digits, list);
    if (list) ok &= fclose(list) == 0;
    if (!ok) fprintf(stderr, "pictures: could not write to %s\n", argv[1]);
    dataset_free(&digits);
    return ok ? 0 : 1;
}
