#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Of UTF-8.
static bool inside_a_letter(char byte) { return ((unsigned char)byte & 0xc0) == 0x80; }

// What does not fit loses letters of its middle: a message begins with a path and ends with the
// reason.
static void shorten(char *out, size_t size, const char *text)
{
    const char gap[] = "…";
    size_t head = size / 3;
    const char *tail = text + strlen(text) - (size - sizeof gap - head);
    while (inside_a_letter(text[head])) head--;
    while (inside_a_letter(*tail)) tail++;
    snprintf(out, size, "%.*s%s%s", (int)head, text, gap, tail);
}

static void write_message(Error *error, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(error->message, sizeof error->message, format, arguments);
    if (length >= (int)sizeof error->message) {
        const size_t size = (size_t)length + 1;
        char *whole = allocate(size, 1);
        vsnprintf(whole, size, format, again);
        shorten(error->message, sizeof error->message, whole);
        free(whole);
    }
    va_end(again);
}

bool fail(Error *error, const char *format, ...)
{
    if (error && !error->message[0]) {
        va_list arguments;
        va_start(arguments, format);
        write_message(error, format, arguments);
        va_end(arguments);
    }
    return false;
}

void check_failed(const char *file, int line, const char *condition, const char *format, ...)
{
    fflush(stdout);
    fprintf(stderr, "%s:%d: CHECK(%s) failed: ", file, line, condition);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    abort();
}

void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory) {
        fprintf(stderr, "out of memory: %zu times %zu bytes were asked for\n", count, size);
        exit(1);
    }
    return memory;
}

char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(allocate(size, 1), text, size);
}

char *joined_text(const char *a, const char *b, const char *c)
{
    const size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = allocate(size, 1);
    snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}
