/* host.h: what the files share that run beside the learner's code. host.c runs the cases, cases.c
 * writes down what they say, draw.c draws, buffers.c hands out guarded memory.
 */
#ifndef HOST_H
#define HOST_H

#include <stddef.h>

#include "cases.h"
#include "record.h"

// Written by the process of a case, read by the one that waits for it.
typedef struct Sheet {
    Record record;
    _Alignas(Item) char items[MOST_BYTES];
} Sheet;
extern Sheet *sheet;
_Noreturn void test_is_broken(const char *words);

// cases.c
void case_run(int number, int run);
void case_end(void);   // what is in the outputs now are the answers
extern bool inputs_wanted;   // parameters and inputs go on the sheet too

// draw.c
void draw_begin(int drawn);   // which drawn case, from 0 on

// buffers.c
typedef enum Touch { ELSEWHERE, READ_ONLY, BEFORE, BEHIND } Touch;
Touch buffer_touched(const void *address);   // what lies there
void buffers_begin(int run);   // gives back what was there
const void *buffer_read_only(const void *values, size_t bytes);
float *buffer_of_garbage(int count);
extern single garbage;   // what fills it

#endif
