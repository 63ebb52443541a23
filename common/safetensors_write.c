#include <errno.h>
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

bool safetensors_write(const char *path, const ToStore *list, int count, const cJSON *metadata,
                       Error *error)
{
    const size_t size = strlen(path) + 32;
    char *part = allocate(size, 1), *header = header_text(list, count, metadata);
    snprintf(part, size, "%s.%ld.part", path, (long)getpid());

    struct stat known;
    if (stat(path, &known) == 0 && !S_ISREG(known.st_mode)) {
        cJSON_free(header);
        free(part);
        return fail(error, "%s: exists and is no ordinary file", path);
    }
    FILE *file = fopen(part, "wb");
    bool ok = file && write_all(file, header, list, count);
    int reason = errno;
    if (file && fclose(file) != 0 && ok) {
        ok = false;
        reason = errno;
    }
    if (ok && rename(part, path) != 0) {
        ok = false;
        reason = errno;
    }
    if (!ok) {
        if (file) unlink(part);
        fail(error, "%s: %s", path, strerror(reason));
    }
    cJSON_free(header);
    free(part);
    return ok;
}
