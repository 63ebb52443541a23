#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"

enum { NUMBERS = 4 };   // that a picture draws: two shifts, a turn, a scale

// Where the pixel (row, column) of the new picture comes from in the old one:
// [row', column'] = A [row, column] + offset
typedef struct Warp {
    Real a[2][2], offset[2];
} Warp;

// Number k of a picture, in [-most, most).
static Real draw(Stream stream, uint64_t picture, int k, Real most)
{
    return most * (Real)(2 * random_uniform(stream, NUMBERS * picture + (uint64_t)k) - 1);
}

// A point p of the old picture goes to c + s R(p - c) + t, with the centre c, the scale s, the
// rotation R and the shift t. So a new point q comes from c + R^T(q - c - t) / s.
static Warp random_warp(Distortion d, int height, int width, Stream stream, uint64_t picture)
{
    const Real radian = (Real)(M_PI / 180);
    Real row = (Real)(height - 1) / 2, column = (Real)(width - 1) / 2;
    Real t_row = row + draw(stream, picture, 0, d.shift),
         t_column = column + draw(stream, picture, 1, d.shift);
    Real angle = draw(stream, picture, 2, d.turn) * radian,
         scale = 1 + draw(stream, picture, 3, d.scale);
    Real c = (Real)cos(angle) / scale, s = (Real)sin(angle) / scale;
    return (Warp){{{c, s}, {-s, c}},
                  {row - c * t_row - s * t_column, column + s * t_row - c * t_column}};
}

// Outside of the picture it is dark.
static Real pixel(const uint8_t *pixels, int height, int width, int row, int column)
{
    bool inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? pixels[row * width + column] : 0;
}

// Bilinear: each of the four neighbours counts by how near the point is to it.
static uint8_t sample(const uint8_t *pixels, int height, int width, Real row, Real column)
{
    if (!(row > -1 && row < (Real)height && column > -1 && column < (Real)width)) return 0;
    int i = (int)floor(row), j = (int)floor(column);
    Real v = row - (Real)i, u = column - (Real)j;
    Real upper =
        (1 - u) * pixel(pixels, height, width, i, j) + u * pixel(pixels, height, width, i, j + 1);
    Real lower = (1 - u) * pixel(pixels, height, width, i + 1, j) +
                 u * pixel(pixels, height, width, i + 1, j + 1);
    return (uint8_t)((1 - v) * upper + v * lower + (Real)0.5);
}

// to(i, j) = what stands at A [i, j] + offset in the old picture
static void warp_picture(uint8_t *to, const uint8_t *from, int height, int width, Warp w)
{
    for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
            Real row = w.a[0][0] * (Real)i + w.a[0][1] * (Real)j + w.offset[0];
            Real column = w.a[1][0] * (Real)i + w.a[1][1] * (Real)j + w.offset[1];
            to[i * width + j] = sample(from, height, width, row, column);
        }
    }
}

void augment(uint8_t *pixels, int n, int height, int width, Distortion d, Stream stream,
             uint64_t first)
{
    CHECK(d.scale >= 0 && d.scale < 1, "a scale of 1 ± %g turns pictures inside out",
          (double)d.scale);
    CHECK(height > 0 && width > 0 && n >= 0, "%d pictures of %d x %d", n, height, width);
    size_t size = (size_t)height * (size_t)width;
    uint8_t *old = allocate(size, 1);
    for (int i = 0; i < n; i++) {
        uint8_t *picture = pixels + (size_t)i * size;
        memcpy(old, picture, size);
        Warp w = random_warp(d, height, width, stream, first + (uint64_t)i);
        warp_picture(picture, old, height, width, w);
    }
    free(old);
}

void batch_augment(Batch b, Distortion distortion, uint16_t source)
{
    const Sampler *s = b.sampler;
    Stream stream = {s->seed, (uint32_t)b.epoch, FOR_AUGMENTATION, source};
    distort_pictures(&b.inputs, distortion, stream,
                     (Offset){(uint64_t)b.index * (uint64_t)s->batch});
}

// Row i of one picture, from row i - down of the other: the part that stays inside.
static void move_row(uint8_t *to, const uint8_t *from, int width, int pixel, int right)
{
    int first = right > 0 ? right : 0, end = right < 0 ? width + right : width;
    if (first < end)
        memcpy(to + first * pixel, from + (first - right) * pixel,
               (size_t)(end - first) * (size_t)pixel);
}

Tensor moved_pictures(const Tensor *from, int down, int right)
{
    CHECK(from->shape.rank >= 3, "pictures %s: [n, height, width, …]",
          shape_text(from->shape).text);
    const int *d = from->shape.dim;
    Tensor to = tensor_new(CPU, U8, from->shape);
    size_t row = sample_count(from->shape) / (size_t)d[1];
    for (int n = 0; n < d[0]; n++)
        for (int i = 0; i < d[1]; i++) {
            if (i - down < 0 || i - down >= d[1]) continue;
            size_t picture = (size_t)n * (size_t)d[1];
            move_row(bytes(&to) + (picture + (size_t)i) * row,
                     bytes(from) + (picture + (size_t)(i - down)) * row, d[2], (int)row / d[2],
                     right);
        }
    return to;
}
