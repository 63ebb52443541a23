// buffers.c: memory beside which nobody may read or write. In the first run the first number behind
// a buffer's end is already a forbidden page, in the second run the last one before its start: not
// even a number that is multiplied by 0 can be read from outside.
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "host.h"

enum { MOST_BUFFERS = 64 };

// One page that nobody may touch, `room` bytes with the data at one of
// their ends, and such a page again.
typedef struct Buffer {
    char *pages, *data;
    size_t room, bytes, page;
} Buffer;
static Buffer buffers[MOST_BUFFERS];
static int buffer_count, run;
single garbage;

static Buffer *buffer_new(size_t bytes)
{
    if (buffer_count == MOST_BUFFERS) test_is_broken("too many buffers");
    size_t page = (size_t)sysconf(_SC_PAGESIZE), room = (bytes + page - 1) / page * page;
    char *pages = mmap(NULL, room + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) test_is_broken("no memory");
    mprotect(pages + page, room, PROT_READ | PROT_WRITE);
    Buffer *b = &buffers[buffer_count++];
    *b = (Buffer){pages, pages + page + (run == 0 ? room - bytes : 0), room, bytes, page};
    return b;
}

const void *buffer_read_only(const void *values, size_t bytes)
{
    Buffer *b = buffer_new(bytes);
    memcpy(b->data, values, bytes);
    mprotect(b->pages + b->page, b->room, PROT_READ);
    return b->data;
}

float *buffer_of_garbage(int count)
{
    float *data = (float *)buffer_new((size_t)count * sizeof *data)->data;
    for (int i = 0; i < count; i++) data[i] = garbage;
    return data;
}

Touch buffer_touched(const void *address)
{
    const char *at = address;
    for (const Buffer *b = buffers; b < buffers + buffer_count; b++) {
        const char *room = b->pages + b->page;
        if (at >= b->pages && at < room) return BEFORE;
        if (at >= room + b->room && at < room + b->room + b->page) return BEHIND;
        if (at >= room && at < room + b->room) return READ_ONLY;
    }
    return ELSEWHERE;
}

void buffers_begin(int number)
{
    for (const Buffer *b = buffers; b < buffers + buffer_count; b++)
        munmap(b->pages, b->room + 2 * b->page);
    buffer_count = 0;
    run = number;
    garbage = garbage_of_run[run];
}
