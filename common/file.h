/* file.h: the bytes of a file, plain or gzip, and never more memory than it really holds.
 *
 * Errors   A missing, truncated or damaged file makes a function return false, with one line in
 * Error.
 */
#ifndef FILE_H
#define FILE_H

#include <stdint.h>

#include "error.h"

typedef struct File {
    char *path;   // as opened: with .gz where only that is there
    void *handle; // zlib's
} File;
bool file_open(File *, const char *path, Error *);
void file_close(File *);

// The next bytes, at most `most` (< 2 GiB). Fewer mean that the file ends here. The caller frees
// them; a NUL stands behind the last one.
bool file_bytes(File *, uint8_t **bytes, size_t *length, size_t most, Error *);

// The whole file; one longer than `most` bytes is an error.
bool file_read(const char *path, uint8_t **bytes, size_t *length, size_t most, Error *);

#endif
