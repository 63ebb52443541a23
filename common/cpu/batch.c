// What a batch takes from its set, and how its pictures are distorted (see kernels.h).
#include <string.h>

#include "../data.h"
#include "cpu.h"

// In bytes.
static size_t row_size(const Tensor *t) { return sample_count(t->shape) * type_size(t->type); }

static const char *row_at(const Tensor *samples, int64_t row, size_t size)
{
    return (const char *)samples->data + (size_t)row * size;
}

void gather_rows_cpu(Tensor *rows, const Tensor *samples, const Tensor *order, Offset start)
{
    size_t size = row_size(samples), n = (size_t)rows->shape.dim[0];
    CHECK(rows->type == samples->type && row_size(rows) == size &&
              start.at + n <= tensor_count(order),
          "%s gathered from %s, from %llu on of %s", shape_text(rows->shape).text,
          shape_text(samples->shape).text, (unsigned long long)start.at,
          shape_text(order->shape).text);
    const int32_t *row = ints(order) + start.at;
    for (size_t i = 0; i < n; i++)
        memcpy((char *)rows->data + i * size, row_at(samples, row[i], size), size);
}

void gather_windows_cpu(Tensor *rows, const Tensor *samples, Offset start)
{
    int64_t count = samples->shape.dim[0], stretches = rows->shape.dim[0],
            steps = rows->shape.dim[1];
    size_t size = row_size(samples), window = (size_t)steps * size;
    CHECK(rows->type == samples->type && row_size(rows) == window &&
              (int64_t)start.at + steps <= count / stretches,
          "windows %s from %llu on of %s", shape_text(rows->shape).text,
          (unsigned long long)start.at, shape_text(samples->shape).text);
    for (int64_t r = 0; r < stretches; r++)
        memcpy((char *)rows->data + (size_t)r * window,
               row_at(samples, count * r / stretches + (int64_t)start.at, size), window);
}

void distort_pictures_cpu(Tensor *pictures, Distortion distortion, Stream stream, Offset first)
{
    const int *d = pictures->shape.dim;
    CHECK(pictures->shape.rank >= 3 &&
              sample_count(pictures->shape) == (size_t)d[1] * (size_t)d[2],
          "pictures %s: [n, height, width, 1]", shape_text(pictures->shape).text);
    augment(bytes(pictures), d[0], d[1], d[2], distortion, stream, first.at);
}
