#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_HOLDER = 200 };

// "ch07-cnn, process 1234 on rabbit, since 2026-11-27 02:25:12": each container has a name of its
// own.
static void write_holder(int file, const char *program)
{
    char host[64] = "", since[32] = "", text[LONGEST_HOLDER];
    const time_t now = time(NULL);
    gethostname(host, sizeof host - 1);
    strftime(since, sizeof since, "%Y-%m-%d %H:%M:%S", localtime(&now));
    const int length = snprintf(text, sizeof text, "%.40s, process %ld on %s, since %s", program,
                                (long)getpid(), host, since);
    const bool written = ftruncate(file, 0) == 0 && pwrite(file, text, (size_t)length, 0) == length;
    (void)written;   // on a full disk the lock holds without a name
}

static void say_holder(int file, Error *error)
{
    char text[LONGEST_HOLDER] = "";
    const ssize_t length = pread(file, text, sizeof text - 1, 0);
    for (ssize_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < ' ' || text[i] == 127) text[i] = '?';
    fail(error, "in use by %s", length > 0 ? text : "another program");
}

static bool knows_no_locks(int reason)
{
    return reason == ENOLCK || reason == ENOSYS || reason == EOPNOTSUPP;
}

// A holder removes its file: whoever opened that one just before has locked what nobody else will
// find.
static bool still_there(int file, const char *path)
{
    struct stat mine, named;
    return fstat(file, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino &&
           mine.st_dev == named.st_dev;
}

bool lock_take(Lock *lock, const char *path, const char *program, Error *error)
{
    for (;;) {
        const int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (file < 0) return fail(error, "%s", strerror(errno));
        const int reason = flock(file, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        const bool locked = reason == 0 || knows_no_locks(reason);
        if (locked && still_there(file, path)) {
            write_holder(file, program);
            *lock = (Lock){copy_text(path), file};
            return true;
        }
        if (reason == EWOULDBLOCK) say_holder(file, error);
        close(file);
        if (!locked) {
            fail(error, "%s", strerror(reason));
            errno = reason;
            return false;
        }
    }
}

void lock_release(Lock *lock)
{
    if (!lock->path) return;
    unlink(lock->path);
    close(lock->file);
    free(lock->path);
    *lock = (Lock){0};
}
