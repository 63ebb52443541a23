/* lock.h: one program at a time where two would write the same files.
 *
 * A lock is a small file that is locked (flock) and says who holds it. It ends with its holder,
 * however that one dies; the file that a killed holder leaves is taken by the next. It holds
 * between containers that share a folder, and over a network file system that knows locks; where a
 * file system knows none, everybody gets it.
 */
#ifndef LOCK_H
#define LOCK_H

#include "error.h"

typedef struct Lock {
    char *path;   // NULL: not held
    int file;
} Lock;

// False, with the reason alone in Error, where the file cannot be made or another program holds it
// (then errno is EWOULDBLOCK): "in use by ch07-cnn, process 1234, since 2026-11-27 02:25:12".
bool lock_take(Lock *, const char *path, const char *program, Error *);
void lock_release(Lock *);   // and removes the file

#endif
