// Reading a safetensors file. Writing one is in safetensors_write.c.
#include "safetensors.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
               "numbers are stored as they are in memory");

enum { LENGTH_BYTES = 8, MAX_HEADER = 100 << 20 };   // the cap of the format itself

// ---- The header's text

static bool open_regular(Safetensors *s, uint64_t *size, Error *error)
{
    struct stat status;
    if (stat(s->path, &status) != 0) return fail(error, "%s: %s", s->path, strerror(errno));
    if (!S_ISREG(status.st_mode)) return fail(error, "%s: not a file", s->path);
    *size = (uint64_t)status.st_size;
    s->file = fopen(s->path, "rb");
    return s->file || fail(error, "%s: %s", s->path, strerror(errno));
}

static bool read_bytes(const Safetensors *s, void *out, size_t count, Error *error)
{
    if (fread(out, 1, count, s->file) == count) return true;
    return fail(error, "%s: %s", s->path,
                ferror(s->file) ? strerror(errno) : "the file became shorter");
}

// Says how long the header is, once that is known to be possible.
static bool header_length(Safetensors *s, uint64_t file_size, uint64_t *length, Error *error)
{
    if (file_size < LENGTH_BYTES) {
        return fail(error, "%s: no safetensors file: only %llu bytes", s->path,
                    (unsigned long long)file_size);
    }
    if (!read_bytes(s, length, LENGTH_BYTES, error)) return false;
    if (*length > file_size - LENGTH_BYTES || *length > MAX_HEADER) {
        return fail(
            error,
            "%s: no safetensors file, or cut short: a header of %llu bytes in a file of %llu",
            s->path, (unsigned long long)*length, (unsigned long long)file_size);
    }
    s->start = LENGTH_BYTES + *length;
    s->bytes = file_size - s->start;
    return true;
}

static bool only_spaces(const char *text, const char *end)
{
    while (text < end && *text == ' ') text++;
    return text == end;
}

// Names and texts end up in messages of one line, so nothing that moves the cursor may be in them.
static bool printable(const cJSON *item)
{
    const char *texts[] = {item->string, item->valuestring};
    for (int i = 0; i < 2; i++) {
        for (const char *c = texts[i]; c && *c; c++) {
            if ((unsigned char)*c < ' ' || *c == 127) return false;
        }
    }
    const cJSON *child;
    cJSON_ArrayForEach(child, item)
    {
        if (!printable(child)) return false;
    }
    return true;
}

static bool parse_header(Safetensors *s, uint64_t length, Error *error)
{
    char *text = allocate(length + 1, 1);
    bool ok = read_bytes(s, text, length, error);
    if (ok) {
        const char *end = text;
        s->header = text[0] == '{' ? cJSON_ParseWithLengthOpts(text, length, &end, false) : NULL;
        ok = (s->header && only_spaces(end, text + length)) ||
             fail(error, "%s: byte %zu: the header is not JSON", s->path,
                  LENGTH_BYTES + (size_t)(end - text));
    }
    free(text);
    return ok &&
           (printable(s->header) || fail(error, "%s: control characters in the header", s->path));
}

// ---- One tensor of the header

// A whole number from 0 to most. JSON's numbers are doubles, exact up to 2^53.
static bool whole(const cJSON *item, double most, uint64_t *out)
{
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= 0 && item->valuedouble <= most))
        return false;
    *out = (uint64_t)item->valuedouble;
    return (double)*out == item->valuedouble;
}

static bool read_shape(const Safetensors *s, Stored *t, const cJSON *dims, Error *error)
{
    if (!cJSON_IsArray(dims)) return fail(error, "%s: %s: no \"shape\"", s->path, t->name);
    const cJSON *dim;
    cJSON_ArrayForEach(dim, dims)
    {
        uint64_t extent;
        if (t->shape.rank == MAX_RANK) {
            return fail(error, "%s: %s: more than %d axes", s->path, t->name, MAX_RANK);
        }
        if (!whole(dim, INT_MAX, &extent)) {
            return fail(error, "%s: %s: axis %d of its shape is no length", s->path, t->name,
                        t->shape.rank);
        }
        t->shape.dim[t->shape.rank++] = (int)extent;
    }
    return true;
}

static bool read_type(const Safetensors *s, Stored *t, const cJSON *type, Error *error)
{
    const char *text = cJSON_IsString(type) ? type->valuestring : "missing";
    t->number_size = strcmp(text, "F32") == 0 ? 4 : strcmp(text, "F64") == 0 ? 8 : 0;
    return t->number_size ||
           fail(error, "%s: %s: its dtype is %.20s, expected F32 or F64", s->path, t->name, text);
}

// The place must be as long as the shape says, in whole numbers, and inside the file.
static bool read_place(const Safetensors *s, Stored *t, const cJSON *offsets, Error *error)
{
    const double most = 9007199254740992;   // 2^53
    if (cJSON_GetArraySize(offsets) != 2 ||
        !whole(cJSON_GetArrayItem(offsets, 0), most, &t->begin) ||
        !whole(cJSON_GetArrayItem(offsets, 1), most, &t->end)) {
        return fail(error, "%s: %s: \"data_offsets\" are not two places", s->path, t->name);
    }
    if (t->begin > t->end || t->end > s->bytes) {
        return fail(error, "%s: %s: bytes %llu to %llu of %llu: the file is cut short or damaged",
                    s->path, t->name, (unsigned long long)t->begin, (unsigned long long)t->end,
                    (unsigned long long)s->bytes);
    }
    uint64_t size = (uint64_t)t->number_size;
    bool fits = true;
    for (int i = 0; i < t->shape.rank; i++)
        fits &= !__builtin_mul_overflow(size, (uint64_t)t->shape.dim[i], &size);
    if (fits && size == t->end - t->begin) return true;
    return fail(error, "%s: %s: %llu bytes do not hold the shape %s", s->path, t->name,
                (unsigned long long)(t->end - t->begin), shape_text(t->shape).text);
}

static bool read_entry(const Safetensors *s, Stored *t, const cJSON *item, Error *error)
{
    t->name = item->string;
    return read_type(s, t, cJSON_GetObjectItemCaseSensitive(item, "dtype"), error) &&
           read_shape(s, t, cJSON_GetObjectItemCaseSensitive(item, "shape"), error) &&
           read_place(s, t, cJSON_GetObjectItemCaseSensitive(item, "data_offsets"), error);
}

static bool read_metadata(Safetensors *s, const cJSON *item, Error *error)
{
    if (!cJSON_IsObject(item) || s->metadata)
        return fail(error, "%s: a damaged \"__metadata__\"", s->path);
    const cJSON *entry;
    cJSON_ArrayForEach(entry, item)
    {
        if (!cJSON_IsString(entry))
            return fail(error, "%s: metadata %s: not text", s->path, entry->string);
    }
    s->metadata = item;
    return true;
}

// ---- All tensors together

static int by_place(const void *a, const void *b)
{
    const Stored *s = a, *t = b;
    if (s->begin != t->begin) return s->begin < t->begin ? -1 : 1;
    return s->end < t->end ? -1 : s->end > t->end;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const Stored *)a)->name, ((const Stored *)b)->name);
}

static bool names_differ(const Safetensors *s, Error *error)
{
    qsort(s->list, (size_t)s->count, sizeof *s->list, by_name);
    for (int i = 1; i < s->count; i++) {
        if (by_name(&s->list[i - 1], &s->list[i]) == 0) {
            return fail(error, "%s: %s: there twice", s->path, s->list[i].name);
        }
    }
    return true;
}

// One behind the other, from the first byte to the last: no overlap, no gap, nothing left over.
static bool places_follow(const Safetensors *s, Error *error)
{
    qsort(s->list, (size_t)s->count, sizeof *s->list, by_place);
    uint64_t end = 0;
    for (int i = 0; i < s->count; i++) {
        const Stored *t = &s->list[i];
        if (t->begin != end) {
            return fail(error, "%s: %s: begins at byte %llu of the numbers, expected %llu", s->path,
                        t->name, (unsigned long long)t->begin, (unsigned long long)end);
        }
        end = t->end;
    }
    if (end == s->bytes) return true;
    return fail(error, "%s: %llu bytes of numbers, but tensors for %llu", s->path,
                (unsigned long long)s->bytes, (unsigned long long)end);
}

static bool read_entries(Safetensors *s, Error *error)
{
    s->list = allocate((size_t)cJSON_GetArraySize(s->header), sizeof *s->list);
    const cJSON *item;
    cJSON_ArrayForEach(item, s->header)
    {
        if (strcmp(item->string, "__metadata__") == 0) {
            if (!read_metadata(s, item, error)) return false;
        } else if (!read_entry(s, &s->list[s->count++], item, error)) {
            return false;
        }
    }
    return names_differ(s, error) && places_follow(s, error);
}

bool safetensors_open(Safetensors *s, const char *path, Error *error)
{
    *s = (Safetensors){.path = path};
    uint64_t file_size = 0, length = 0;
    if (open_regular(s, &file_size, error) && header_length(s, file_size, &length, error) &&
        parse_header(s, length, error) && read_entries(s, error)) {
        return true;
    }
    safetensors_close(s);
    return false;
}

void safetensors_close(Safetensors *s)
{
    if (s->file) fclose(s->file);
    cJSON_Delete(s->header);
    free(s->list);
    *s = (Safetensors){0};
}

const Stored *safetensors_find(const Safetensors *s, const char *name)
{
    for (int i = 0; i < s->count; i++) {
        if (strcmp(s->list[i].name, name) == 0) return &s->list[i];
    }
    return NULL;
}

// ---- Numbers

bool safetensors_read(const Safetensors *s, const Stored *t, Real *out, Error *error)
{
    const size_t count = shape_count(t->shape), size = (size_t)t->number_size;
    if (fseeko(s->file, (off_t)(s->start + t->begin), SEEK_SET) != 0) {
        return fail(error, "%s: %s", s->path, strerror(errno));
    }
    if (size == sizeof *out) return read_bytes(s, out, count * size, error);

    char *stored = allocate(count, size);
    const bool ok = read_bytes(s, stored, count * size, error);
    for (size_t i = 0; ok && i < count; i++) {
        out[i] = size == 4 ? (Real)((float *)stored)[i] : (Real)((double *)stored)[i];
    }
    free(stored);
    return ok;
}
