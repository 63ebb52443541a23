// memory.c: device memory is the host's, of exactly the size that was asked for; under
// AddressSanitizer it is poisoned while the host runs, so that a host which looks there dies at
// that line.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../error.h"
#include "simulator.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

typedef struct Piece {
    char *address;
    size_t bytes;
} Piece;

static Piece *pieces;
static int count;

bool sim_allocate(void **address, size_t bytes)
{
    Piece *longer = realloc(pieces, ((size_t)count + 1) * sizeof *pieces);
    if (longer) pieces = longer;
    if (!longer || posix_memalign(address, 256, bytes ? bytes : 1)) return false;
    memset(*address, 0xFF, bytes);
    pieces[count++] = (Piece){*address, bytes};
    ASAN_POISON_MEMORY_REGION(*address, bytes);
    return true;
}

bool sim_release(void *address)
{
    for (int i = 0; i < count; i++) {
        if (pieces[i].address != address) continue;
        ASAN_UNPOISON_MEMORY_REGION(address, pieces[i].bytes);
        free(address);
        pieces[i] = pieces[--count];
        if (count == 0) free(pieces), pieces = NULL;   // so that no leak is seen at the end
        return true;
    }
    return false;
}

bool sim_is_device(const void *address, size_t bytes)
{
    const char *first = address;
    for (int i = 0; i < count; i++)
        if (first >= pieces[i].address && first + bytes <= pieces[i].address + pieces[i].bytes)
            return true;
    return false;
}

void sim_expose(bool yes)
{
    for (int i = 0; i < count; i++) {
        if (yes) ASAN_UNPOISON_MEMORY_REGION(pieces[i].address, pieces[i].bytes);
        else ASAN_POISON_MEMORY_REGION(pieces[i].address, pieces[i].bytes);
    }
}
