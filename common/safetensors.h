/* safetensors.h: the file format of checkpoints, without any idea of networks.
 *
 *     8 bytes         n, the length of the header, little-endian
 *     n bytes         {"conv1.weight":{"dtype":"F32","shape":[5,5,1,32],"data_offsets":[0,3200]},
 *                      …, "__metadata__":{"seed":"1"}}
 *     all the rest    the numbers, one tensor behind the other, without gaps
 *
 * Errors   Nothing in a file is trusted: a file that opens has been checked from end to end, except
 *          for the numbers themselves. Every function says false with one line that begins with the
 *          path.
 * Source   https://huggingface.co/docs/safetensors
 */
#ifndef SAFETENSORS_H
#define SAFETENSORS_H

#include <cjson/cJSON.h>
#include <stdio.h>

#include "error.h"
#include "tensor.h"

typedef struct Stored {
    const char *name;          // in the header's memory
    Shape shape;
    int number_size;           // 4: F32, 8: F64
    uint64_t begin, end;       // bytes behind the header
} Stored;

typedef struct Safetensors {
    const char *path;          // the caller's
    FILE *file;
    cJSON *header;
    const cJSON *metadata;     // strings by name; NULL when the file has none
    Stored *list;              // in the order of their numbers
    int count;
    uint64_t start, bytes;     // of all numbers
} Safetensors;

bool safetensors_open(Safetensors *, const char *path, Error *);   // on false nothing is left open
void safetensors_close(Safetensors *);
const Stored *safetensors_find(const Safetensors *, const char *name);      // NULL when absent
// Shape_count(shape) numbers.
bool safetensors_read(const Safetensors *, const Stored *, Real *out, Error *);

// A tensor to be written: its numbers are the caller's, in the memory of the CPU.
typedef struct ToStore {
    char name[80];
    Shape shape;
    const Real *numbers;
} ToStore;

// Writes path.part and renames it, so that there is always the old file or the new one; two
// programs must not do so at the same time. metadata holds strings; it may be NULL, and stays the
// caller's.
bool safetensors_write(const char *path, const ToStore *, int count, const cJSON *metadata,
                       Error *);

#endif
