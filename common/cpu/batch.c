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
    const int32_t *row = ints(order) + start.at;
    for (size_t i = 0; i < n; i++)
        memcpy((char *)rows->data + i * size, row_at(samples, row[i], size), size);
}

void gather_windows_cpu(Tensor *rows, const Tensor *samples, Offset start)
{
    int64_t count = samples->shape.dim[0], stretches = rows->shape.dim[0];
    size_t size = row_size(samples), window = row_size(rows);
    for (int64_t r = 0; r < stretches; r++)
        memcpy((char *)rows->data + (size_t)r * window,
               row_at(samples, count * r / stretches + (int64_t)start.at, size), window);
}

void distort_pictures_cpu(Tensor *pictures, Distortion distortion, Stream stream, Offset first)
{
    const int *d = pictures->shape.dim;
    augment(bytes(pictures), d[0], d[1], d[2], distortion, stream, first.at);
}
