/* harness.h: what the files of the harness share. run.c forks and watches the child, buffers.c
 * hands out guarded memory, cases.c keeps what the test said, diagnose.c draws the conclusion.
 */
#ifndef HARNESS_H
#define HARNESS_H

#include <stdbool.h>
#include <stddef.h>

#include "exercise.h"

// The exit status of a test program.
enum { PASSED = 0, WRONG = 1, NOT_STARTED = 2, BROKEN = 3 };

// Written by the child, read by the parent, in memory that both share, so that it outlives a crash.
typedef struct Report {
    int outcome;                   // or -1 while the child has not come to an end
    char tag[64], message[512];    // an empty tag: no hint fits
    char where[256];               // the case that is running
    int line;                      // where it stands in test.c; 0 where that would tell the answer
} Report;
extern Report *report;

void report_wrong(const char *tag, const char *format, ...) __attribute__((format(printf, 2, 3)));
_Noreturn void test_is_broken(const char *format, ...) __attribute__((format(printf, 1, 2)));

// buffers.c
typedef enum Touch { ELSEWHERE, READ_ONLY, BEFORE, BEHIND } Touch;
Touch buffer_touched(const void *address);   // what lies there
void buffers_free(void);
extern float garbage;                        // what outputs are filled with …
extern const float garbage_of_run[2];        // … in the first run and in the second
extern bool start_guarded;                   // is the forbidden page before the data, or behind it?

// cases.c: everything that was said after a got()
enum { MOST_ENTRIES = 64, MOST_TAGS = 24, MOST_AXES = 4 };
typedef struct Entry {
    char given[160], name[64];
    int count, axes, shape[MOST_AXES], line;
    double *first, *second;            // the learner's numbers, of the first and the second run
    double *right, *wrong[MOST_TAGS];  // NULL: this tag expects the right ones
    double bound;                      // where at_least
    bool at_least, secret;
} Entry;
extern Entry entries[MOST_ENTRIES];
extern int entry_count, tag_count, samples;
extern const char *tags[MOST_TAGS];
void cases_begin(int run);             // 1 or 2
void cases_check(void);   // the test itself: every mistake must differ from every other
extern const char *answer_file;

// diagnose.c
void diagnose(void);                   // fills the report

#endif
