/* error.h: two ways to be wrong.
 *
 * The world's fault   A file is damaged, a disk is full, an option is unknown: the function returns
 *                     false (or NULL) and writes one line to the caller's Error: what, and why.
 * The caller's bug    A shape does not fit, an index is outside: CHECK prints the place and aborts.
 */
#ifndef ERROR_H
#define ERROR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Error {
    char message[512];   // one line, without a newline; empty while nothing went wrong
} Error;

// Writes the message (the first one stays) and returns false, so that a reader can `return
// fail(…)`. Of one that is too long the beginning and the end stay, with … between them: so a long
// path hides no reason.
bool fail(Error *, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define CHECK(condition, ...)                                                                      \
    do {                                                                                           \
        if (!(condition)) check_failed(__FILE__, __LINE__, #condition, __VA_ARGS__);               \
    } while (0)
void check_failed(const char *file, int line, const char *condition, const char *format, ...)
    __attribute__((noreturn, format(printf, 4, 5)));

// malloc, calloc and strdup that never return NULL: out of memory ends the program with one line.
void *allocate(size_t count, size_t size) __attribute__((malloc));
char *copy_text(const char *) __attribute__((malloc));
// One behind the other.
char *joined_text(const char *, const char *, const char *) __attribute__((malloc));

#endif
