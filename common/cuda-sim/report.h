/* report.h: what is said of a fault: what it is, the kernel, the block and the threads by CUDA's
 * numbers, and the lines. simulator.h shows two.
 */
#ifndef SIM_REPORT_H
#define SIM_REPORT_H

#include "simulator.h"

typedef struct SimText { char text[48]; } SimText;
SimText size_text(SimSize at, SimSize of);       // "3", or "(3, 0, 1)" where there is more than x
SimText thread_text(int thread);                 // of the present block

// The line of the source that was compiled to the call which returns to this code. The file's name
// is kept until the call after the next.
SimPlace place_of_code(const void *code);

// The lines of a report, one a call; the last aborts. The kind is a word for sim_on_fault.
void report_fault(const char *kind, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void report_kernel(void);                        // nothing where the host has the turn
void report_thread(const char *block, const char *thread, const char *does, SimPlace);
void report_place(const char *what, SimPlace);
void report_end(const char *advice) __attribute__((noreturn));

// A whole report: what is the matter with a thread that waits there.
void report_wait(int thread, const char *name, SimPlace, const char *format, ...)
    __attribute__((noreturn, format(printf, 4, 5)));

#endif
