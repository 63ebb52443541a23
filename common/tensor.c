#include "tensor.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "device.h"

// The zero in front is there because C has no empty array: shape() has no axes.
Shape shape_of(int rank, const int *leading_zero_then_dims)
{
    CHECK(rank <= MAX_RANK, "a shape has at most %d axes, not %d", MAX_RANK, rank);
    Shape s = {.rank = rank};
    for (int i = 0; i < rank; i++) {
        s.dim[i] = leading_zero_then_dims[i + 1];
        CHECK(s.dim[i] >= 0, "axis %d is %d long", i, s.dim[i]);
    }
    return s;
}

Shape shape_flat(size_t count)
{
    CHECK(count <= INT_MAX, "%zu numbers in one tensor", count);
    return shape((int)count);
}

bool shape_equal(Shape a, Shape b)
{
    return a.rank == b.rank && memcmp(a.dim, b.dim, (size_t)a.rank * sizeof a.dim[0]) == 0;
}

Shape shape_batch(int n, Shape sample)
{
    CHECK(sample.rank < MAX_RANK, "no room for a batch axis before %s", shape_text(sample).text);
    Shape s = {.rank = sample.rank + 1, .dim = {n}};
    memcpy(s.dim + 1, sample.dim, (size_t)sample.rank * sizeof s.dim[0]);
    return s;
}

Shape shape_sample(Shape batch)
{
    CHECK(batch.rank > 0, "a single number has no samples");
    Shape s = {.rank = batch.rank - 1};
    memcpy(s.dim, batch.dim + 1, (size_t)s.rank * sizeof s.dim[0]);
    return s;
}

ShapeText shape_text(Shape s)
{
    ShapeText t = {"["};
    size_t used = 1;
    for (int i = 0; i < s.rank; i++) {
        used += (size_t)snprintf(t.text + used, sizeof t.text - used, i ? ", %d" : "%d", s.dim[i]);
    }
    snprintf(t.text + used, sizeof t.text - used, "]");
    return t;
}

size_t type_size(Type type) { return type == REAL ? sizeof(Real) : type == I32 ? 4 : 1; }

static void out_of_memory(const Tensor *t, size_t bytes)
{
    size_t (*room)(void) = backend(t->device)->room;
    fprintf(stderr, "out of memory: %zu bytes on %s for a tensor %s", bytes,
            device_name(t->device), shape_text(t->shape).text);
    if (room) fprintf(stderr, "; %zu are free", room());
    fputc('\n', stderr);
    exit(1);
}

Tensor tensor_new(Device device, Type type, Shape s)
{
    size_t bytes = shape_count(s) * type_size(type);
    Tensor t = {s, type, device, backend(device)->allocate(bytes)};
    if (!t.data) out_of_memory(&t, bytes);
    return t;
}

void tensor_free(Tensor *t)
{
    if (present(t)) backend(t->device)->release(t->data);
    *t = (Tensor){0};
}

Tensor tensor_view(Device device, Type type, Shape s, void *data)
{
    return (Tensor){s, type, device, data};
}

Tensor tensor_reshape(const Tensor *t, Shape s)
{
    CHECK(shape_count(s) == tensor_count(t), "%s cannot be seen as %s", shape_text(t->shape).text,
          shape_text(s).text);
    return tensor_view(t->device, t->type, s, t->data);
}

Tensor tensor_rows(const Tensor *t, int first, int count)
{
    CHECK(t->shape.rank > 0 && first >= 0 && count >= 0 && first + count <= t->shape.dim[0],
          "samples %d to %d of %s", first, first + count - 1, shape_text(t->shape).text);
    Tensor rows = *t;
    rows.shape.dim[0] = count;
    size_t row_bytes = sample_count(t->shape) * type_size(t->type);
    if (t->data) rows.data = (char *)t->data + (size_t)first * row_bytes;
    return rows;
}

void tensor_copy(Tensor *to, const Tensor *from)
{
    CHECK(to->type == from->type && tensor_count(to) == tensor_count(from), "%s copied to %s",
          shape_text(from->shape).text, shape_text(to->shape).text);
    size_t bytes = tensor_count(to) * type_size(to->type);
    if (to->device == from->device) {
        backend(to->device)->copy_within(to->data, from->data, bytes);
    } else if (from->device == CPU) {
        backend(to->device)->copy_in(to->data, from->data, bytes);
    } else {
        CHECK(to->device == CPU, "no way from %s to %s", device_name(from->device),
              device_name(to->device));
        backend(from->device)->copy_out(to->data, from->data, bytes);
    }
}
