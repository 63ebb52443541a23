/* limits.h: runs a program that is not trusted, from outside: nothing that it does lasts longer
 * than this call.
 *
 * The program and all that it starts are a process group of their own; at the end the whole group
 * is killed, and whoever left it but is a descendant still. Its stdin is empty.
 */
#ifndef LIMITS_H
#define LIMITS_H

#include <stddef.h>

typedef enum End { ENDED, TIME_UP, CROWDED } End;   // CROWDED: it started too many processes

typedef struct Run {
    double step_seconds, seconds;   // limits: between two results, and in all
    int quiet;   // what it prints is read and thrown away, but for the head
    End end;
    int status;   // as wait() has it, where ENDED
    char *results;   // the caller's to free; what the program wrote to the descriptor RESULTS
    size_t length;
    char head[1000];   // of what it printed
    size_t head_length, printed;   // printed: bytes since the last result
} Run;
enum { RESULTS = 200, MOST_RESULTS = 64 << 20 };

void run_limited(Run *run, char **command);

#endif
