#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "safetensors.h"

static cJSON *places(int64_t begin, int64_t end)
{
    cJSON *array = cJSON_CreateArray();
    cJSON_AddItemToArray(array, cJSON_CreateNumber((double)begin));
    cJSON_AddItemToArray(array, cJSON_CreateNumber((double)end));
    return array;
}

// {"dtype":"F32","shape":[5,5,1,32],"data_offsets":[0,3200]}
static cJSON *entry(Shape shape, int64_t begin, int64_t end)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "dtype", sizeof(Real) == 4 ? "F32" : "F64");
    cJSON_AddItemToObject(object, "shape", cJSON_CreateIntArray(shape.dim, shape.rank));
    cJSON_AddItemToObject(object, "data_offsets", places(begin, end));
    return object;
}

static char *header_text(const ToStore *list, int count, const cJSON *metadata)
{
    cJSON *header = cJSON_CreateObject();
    if (metadata) cJSON_AddItemToObject(header, "__metadata__", cJSON_Duplicate(metadata, true));
    int64_t begin = 0;
    for (int i = 0; i < count; i++) {
        const int64_t end = begin + (int64_t)(shape_count(list[i].shape) * sizeof(Real));
        cJSON_AddItemToObject(header, list[i].name, entry(list[i].shape, begin, end));
        begin = end;
    }
    char *text = cJSON_PrintUnformatted(header);
    cJSON_Delete(header);
    return text;
}

// Spaces behind the header bring the numbers to a multiple of 8, so that readers may map the file.
static bool write_all(FILE *file, const char *header, const ToStore *list, int count)
{
    const uint64_t used = strlen(header), length = (used + 7) / 8 * 8;
    fwrite(&length, sizeof length, 1, file);
    fprintf(file, "%s%*s", header, (int)(length - used), "");
    for (int i = 0; i < count; i++)
        fwrite(list[i].numbers, sizeof(Real), shape_count(list[i].shape), file);
    return fflush(file) == 0 && !ferror(file) && fsync(fileno(file)) == 0;
}

// A leftover of a killed program, or what stands there to mislead us, is not written into.
static FILE *open_new(const char *path)
{
    unlink(path);
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return file < 0 ? NULL : fdopen(file, "wb");
}

// Writes beside the path and renames; 0, or why not.
static int write_beside(const char *path, const char *part, const char *header, const ToStore *list,
                        int count)
{
    FILE *file = open_new(part);
    if (!file) return errno;
    errno = 0;
    int reason = write_all(file, header, list, count) ? 0 : errno ? errno : EIO;
    if (fclose(file) != 0 && !reason) reason = errno;
    if (!reason && rename(part, path) != 0) reason = errno;
    if (reason) unlink(part);
    return reason;
}

bool safetensors_write(const char *path, const ToStore *list, int count, const cJSON *metadata,
                       Error *error)
{
    struct stat known;
    if (stat(path, &known) == 0 && !S_ISREG(known.st_mode))
        return fail(error, "%s: exists and is no ordinary file", path);
    char *part = joined_text(path, ".part", ""), *header = header_text(list, count, metadata);
    const int reason = write_beside(path, part, header, list, count);
    cJSON_free(header);
    free(part);
    return reason == 0 || fail(error, "%s: %s", path, strerror(reason));
}
