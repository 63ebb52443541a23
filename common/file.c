#include "file.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { FIRST_READ = 1 << 16 };

static bool opened(File *file, const char *path, const char *ending)
{
    size_t size = strlen(path) + strlen(ending) + 1;
    file->path = allocate(size, 1);
    snprintf(file->path, size, "%s%s", path, ending);
    errno = 0;
    file->handle = gzopen(file->path, "rb");
    if (file->handle)
        gzbuffer(file->handle, 1 << 17);
    else
        free(file->path);
    return file->handle != NULL;
}

bool file_open(File *file, const char *path, Error *error)
{
    if (opened(file, path, "")) return true;
    int reason = errno;
    if (reason == ENOENT && opened(file, path, ".gz")) return true;
    *file = (File){0};
    return fail(error, "%s: %s", path, strerror(reason ? reason : ENOMEM));
}

void file_close(File *file)
{
    if (file->handle) gzclose(file->handle);
    free(file->path);
    *file = (File){0};
}

// gzread checks the length and the CRC at a stream's end, so it may complain after the last byte.
static bool intact(const File *file, Error *error)
{
    int code, reason = errno;
    gzerror(file->handle, &code);
    long at = gztell(file->handle);
    switch (code) {
    case Z_OK: return true;
    case Z_ERRNO: return fail(error, "%s: %s", file->path, strerror(reason));
    case Z_MEM_ERROR: return fail(error, "%s: out of memory", file->path);
    case Z_BUF_ERROR:
        return fail(error, "%s: truncated gzip data; %ld bytes unpacked", file->path, at);
    default: return fail(error, "%s: damaged gzip data; %ld bytes unpacked", file->path, at);
    }
}

// Doubles the room, with one byte more for the NUL. Growing as the data come means that a header
// which promises too much costs nothing.
static bool grow(uint8_t **bytes, size_t *room, size_t most)
{
    size_t next = *room ? 2 * *room : FIRST_READ;
    if (next > most) next = most;
    uint8_t *larger = realloc(*bytes, next + 1);
    if (!larger) return false;
    *bytes = larger;
    *room = next;
    return true;
}

static bool read_up_to(File *file, uint8_t **bytes, size_t *length, size_t most, Error *error)
{
    size_t room = 0;
    do {
        if (*length == room && !grow(bytes, &room, most)) {
            return fail(error, "%s: out of memory after %zu bytes", file->path, *length);
        }
        int got = gzread(file->handle, *bytes + *length, (unsigned)(room - *length));
        if (got < 0) return intact(file, error);
        if (got == 0) break;
        *length += (size_t)got;
    } while (*length < most);
    (*bytes)[*length] = 0;
    return intact(file, error);
}

bool file_bytes(File *file, uint8_t **bytes, size_t *length, size_t most, Error *error)
{
    CHECK(most < INT_MAX, "%zu bytes at once", most);
    *bytes = NULL;
    *length = 0;
    if (read_up_to(file, bytes, length, most, error)) return true;
    free(*bytes);
    *bytes = NULL;
    return false;
}

bool file_read(const char *path, uint8_t **bytes, size_t *length, size_t most, Error *error)
{
    *bytes = NULL;
    File file;
    if (!file_open(&file, path, error)) return false;
    bool good = file_bytes(&file, bytes, length, most + 1, error);
    if (good && *length > most) good = fail(error, "%s: longer than %zu bytes", file.path, most);
    file_close(&file);
    if (good) return true;
    free(*bytes);
    *bytes = NULL;
    return false;
}
