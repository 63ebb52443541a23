// What a batch takes from its set, and how its pictures are distorted (see kernels.h).
#include <string.h>

#include "../data.h"
#include "cpu.h"

// In bytes.
static size_t row_size(const Tensor *t) { return sample_count(t->shape) * type_size(t->type); }

static void copy_rows(void *to, const Tensor *samples, int64_t first, size_t count)
{
    size_t size = row_size(samples);
    memcpy(to, (const char *)samples->data + (size_t)first * size, count * size);
}

void gather_rows_cpu(Tensor *rows, const Tensor *samples, const Tensor *order, Offset start)
{
    size_t size = row_size(samples), n = (size_t)rows->shape.dim[0];
    CHECK(rows->type == samples->type && row_size(rows) == size &&
              start.at + n <= tensor_count(order),
          "%s gathered from %s, from %llu on of %s", shape_text(rows->shape).text,
          shape_text(samples->shape).text, (unsigned long long)start.at,
          shape_text(order->shape).text);
    for (size_t i = 0; i < n; i++)
        copy_rows((char *)rows->data + i * size, samples, ints(order)[start.at + i], 1);
}

void gather_windows_cpu(Tensor *rows, const Tensor *samples, Offset start)
{
    int64_t count = samples->shape.dim[0], stretches = rows->shape.dim[0],
            steps = rows->shape.dim[1];
    CHECK(rows->type == samples->type &&
              row_size(rows) == (size_t)steps * row_size(samples) &&
              (int64_t)start.at + steps <= count / stretches,
          "windows %s from %llu on of %s", shape_text(rows->shape).text,
          (unsigned long long)start.at, shape_text(samples->shape).text);
    for (int64_t r = 0; r < stretches; r++)
        copy_rows((char *)rows->data + (size_t)r * row_size(rows), samples,
                  count * r / stretches + (int64_t)start.at, (size_t)steps);
}

void distort_pictures_cpu(Tensor *pictures, Distortion distortion, Stream stream, Offset first)
{
    const int *d = pictures->shape.dim;
    CHECK(pictures->shape.rank >= 3 &&
              sample_count(pictures->shape) == (size_t)d[1] * (size_t)d[2],
          "pictures %s: [n, height, width, 1]", shape_text(pictures->shape).text);
    augment(bytes(pictures), d[0], d[1], d[2], distortion, stream, first.at);
}
