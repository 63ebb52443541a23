#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "file.h"

enum { UNSIGNED_BYTES = 8 };

static uint32_t big_endian(const uint8_t *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

// The extents, each at least 1, such that all bytes together can be counted in an int.
static bool read_extents(Shape *extents, const uint8_t *header, int rank, const char *path,
                         Error *error)
{
    size_t total = 1;
    *extents = (Shape){.rank = rank};
    for (int axis = 0; axis < rank; axis++) {
        int place = 4 + 4 * axis;
        uint32_t extent = big_endian(header + place);
        if (extent == 0 || extent > (INT_MAX - 1) / total) {
            return fail(error, "%s: extent %u of axis %d at byte %d, expected 1 … %zu", path,
                        extent, axis, place, (INT_MAX - 1) / total);
        }
        extents->dim[axis] = (int)extent;
        total *= extent;
    }
    return true;
}

static bool parse_header(Shape *extents, const uint8_t *header, size_t length, int rank,
                         const char *path, Error *error)
{
    uint32_t expected = (uint32_t)UNSIGNED_BYTES << 8 | (uint32_t)rank;
    if (length >= 4 && big_endian(header) != expected) {
        return fail(error, "%s: magic 0x%08x at byte 0, expected 0x%08x (unsigned bytes, rank %d)",
                    path, big_endian(header), expected, rank);
    }
    size_t needed = 4 + 4 * (size_t)rank;
    if (length < needed) {
        return fail(error, "%s: ends at byte %zu, expected a header of %zu bytes", path, length,
                    needed);
    }
    return read_extents(extents, header, rank, path, error);
}

static bool read_header(Shape *extents, File *file, int rank, Error *error)
{
    uint8_t *header;
    size_t length;
    if (!file_bytes(file, &header, &length, 4 + 4 * (size_t)rank, error)) return false;
    bool good = parse_header(extents, header, length, rank, file->path, error);
    free(header);
    return good;
}

static bool nothing_follows(File *file, size_t end, Error *error)
{
    uint8_t *rest;
    size_t length;
    if (!file_bytes(file, &rest, &length, 1, error)) return false;
    free(rest);
    return length == 0 ||
           fail(error, "%s: bytes follow at byte %zu, where the data should end", file->path, end);
}

static bool read_data(Tensor *out, File *file, Shape extents, Error *error)
{
    size_t header = 4 + 4 * (size_t)extents.rank, count = shape_count(extents), length;
    uint8_t *data;
    if (!file_bytes(file, &data, &length, count, error)) return false;
    bool good = length == count ||
                fail(error, "%s: ends at byte %zu, expected %zu bytes for %s", file->path,
                     header + length, header + count, shape_text(extents).text);
    good = good && nothing_follows(file, header + count, error);
    if (good) {
        *out = tensor_new(CPU, U8, extents);
        memcpy(out->data, data, count);
    }
    free(data);
    return good;
}

bool idx_read(Tensor *out, const char *path, int rank, Error *error)
{
    CHECK(rank >= 1 && rank <= MAX_RANK, "rank %d of %s", rank, path);
    *out = (Tensor){0};
    File file;
    if (!file_open(&file, path, error)) return false;
    Shape extents;
    bool good = read_header(&extents, &file, rank, error) && read_data(out, &file, extents, error);
    file_close(&file);
    return good;
}

// Bytes become the I32 that losses read.
static bool convert_labels(Tensor *out, const Tensor *labels, int classes, const char *path,
                           Error *error)
{
    int count = labels->shape.dim[0];
    const uint8_t *label = bytes(labels);
    for (int i = 0; i < count; i++) {
        if (label[i] >= classes) {
            return fail(error, "%s: label %d at index %d, expected 0 … %d", path, label[i], i,
                        classes - 1);
        }
    }
    *out = tensor_new(CPU, I32, shape(count));
    for (int i = 0; i < count; i++) ints(out)[i] = label[i];
    return true;
}

// Pictures get their channel axis: [N, H, W] becomes [N, H, W, 1].
static bool match(Dataset *out, const char *images, const char *labels, const Tensor *label,
                  int classes, Error *error)
{
    Shape s = out->inputs.shape;
    int count = label->shape.dim[0];
    if (s.dim[0] != count) {
        return fail(error, "%s holds %d images, but %s holds %d labels", images, s.dim[0], labels,
                    count);
    }
    out->count = count;
    out->inputs.shape = shape(s.dim[0], s.dim[1], s.dim[2], 1);
    return convert_labels(&out->targets, label, classes, labels, error);
}

static bool check_size(Shape s, const char *path, int height, int width, Error *error)
{
    if (s.dim[1] == height && s.dim[2] == width) return true;
    return fail(error, "%s: pictures of %d x %d, expected %d x %d", path, s.dim[1], s.dim[2],
                height, width);
}

bool idx_dataset(Dataset *out, const char *images, const char *labels, int height, int width,
                 int classes, Error *error)
{
    *out = (Dataset){0};
    Tensor label = {0};
    bool good = idx_read(&out->inputs, images, 3, error) &&
                check_size(out->inputs.shape, images, height, width, error) &&
                idx_read(&label, labels, 1, error) &&
                match(out, images, labels, &label, classes, error);
    tensor_free(&label);
    if (!good) dataset_free(out);
    return good;
}
