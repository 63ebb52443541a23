/* host.c: the process that the learner's file is linked with. It runs the cases and tells what
 * came of them.
 *
 *     host FD inputs|outputs [CASE]
 *
 * Each run of each case has a process of its own, which writes on a sheet of shared memory; the
 * process that waits for it sends the sheet to FD. Nothing here limits or judges: the learner's
 * code might undo it.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "host.h"

enum { STACK = 8 << 20 };

Sheet *sheet;
static const char *stack_begin;

_Noreturn void exercise_todo(void)
{
    sheet->record.outcome = NOT_STARTED;
    fflush(NULL);
    _exit(0);
}

_Noreturn void test_is_broken(const char *words)
{
    snprintf(sheet->record.given, sizeof sheet->record.given, "%s", words);
    sheet->record.outcome = BROKEN;
    _exit(0);
}

static void say(const char *tag, const char *fact)
{
    snprintf(sheet->record.tag, sizeof sheet->record.tag, "%s", tag);
    snprintf(sheet->record.fact, sizeof sheet->record.fact, "%s", fact);
}

// Runs on a stack of its own: the learner's may be what is used up.
static void fault(int signal, siginfo_t *info, void *context)
{
    (void)context;
    const char *at = info->si_addr;
    Touch touch = signal == SIGSEGV || signal == SIGBUS ? buffer_touched(at) : ELSEWHERE;
    sheet->record.signal = signal;
    if (signal == SIGFPE)
        say("division-by-zero", "fact-division");
    else if (touch == READ_ONLY)
        say("inputs-changed", "fact-changed");
    else if (touch == BEHIND)
        say("out-of-bounds", "fact-beyond");
    else if (touch == BEFORE)
        say("out-of-bounds", "fact-before");
    else if (signal == SIGSEGV && (uintptr_t)at < 4096)
        say("null-pointer", "fact-null");
    else if (signal == SIGSEGV && at < stack_begin && stack_begin - at < 2 * STACK)
        say("stack-overflow", "fact-stack");
    else
        say("crash", "fact-signal");
    _exit(0);
}

// The simulator's report begins; only who is asked for one case prints it.
extern void (*sim_on_fault)(const char *kind) __attribute__((weak));
static bool printing;
static void simulator_reports(const char *kind)
{
    say(kind, "fact-simulator");
    if (!printing) _exit(0);
}

static void catch_faults(void)
{
    if (&sim_on_fault) sim_on_fault = simulator_reports;

    static char spare[1 << 16];
    sigaltstack(&(stack_t){.ss_sp = spare, .ss_size = sizeof spare}, NULL);
    struct sigaction action = {.sa_sigaction = fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

// An answer depends on the arguments alone, whatever came before. That is an earlier case, whose
// own runs came to an end.
static int case_before(int number)
{
    return number >= 7 ? number - 7 : number > 0 ? number - 1 : 0;
}

// Behind `first`, if that is a case, in the same process.
static void answer_case(int number, int run, int first)
{
    pid_t self = getpid();
    char here;
    stack_begin = &here;
    catch_faults();
#ifdef M_PERTURB
    mallopt(M_PERTURB, run == 0 ? 0x5a : 0xc3);   // what malloc gives is not full of zeros
#endif
    if (first >= 0) case_run(first, run);
    case_run(number, run);
    if (getpid() != self) _exit(0);   // whoever forked is answered once
    case_end();
    fflush(NULL);
    _exit(0);
}

static void explain_end(int status)
{
    sheet->record.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (!WIFSIGNALED(status))
        say("ended-early", "fact-ended");
    else if (WTERMSIG(status) == SIGABRT)
        say("aborted", "fact-aborted");
    else
        say("crash", "fact-signal");
}

static void send_bytes(int to, const void *bytes, size_t left)
{
    for (const char *from = bytes; left > 0;) {
        ssize_t sent = write(to, from, left);
        if (sent <= 0) _exit(1);
        from += sent;
        left -= (size_t)sent;
    }
}

static void run_process(int number, int run, int first)
{
    int status = 0, all = sheet->record.cases;
    sheet->record = (Record){
        .magic = RECORD_MAGIC, .number = number, .run = run, .cases = all, .outcome = STOPPED};
    pid_t pid = fork();
    if (pid == 0) answer_case(number, run, first);
    if (pid < 0 || waitpid(pid, &status, 0) < 0) _exit(1);
    if (sheet->record.outcome == STOPPED && !*sheet->record.tag) explain_end(status);
}

// Where the case that comes first ends the process, that is no fault of this one.
static void run_case(int to, int number, int run)
{
    run_process(number, run, run == 1 ? case_before(number) : -1);
    if (sheet->record.outcome == STOPPED && sheet->record.number != number)
        run_process(number, run, -1);
    sheet->record.number = number;
    send_bytes(to, &sheet->record, sizeof sheet->record);
    send_bytes(to, sheet->items, (size_t)sheet->record.bytes);
}

int main(int argc, char **argv)
{
    sheet = mmap(NULL, sizeof *sheet, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (argc < 3 || sheet == MAP_FAILED) return 1;
    int to = atoi(argv[1]), all = cases.count;
    printing = argc > 3;
    for (int hand = 0; hand < 8 && cases.hand[hand]; hand++) all++;
    inputs_wanted = strcmp(argv[2], "inputs") == 0;
    fflush(NULL);
    for (int number = argc > 3 ? atoi(argv[3]) : 0; number < all; number++)
        for (int run = 0; run < RUNS; run++) {
            sheet->record.cases = all;
            run_case(to, number, run);
            if (argc > 3) return 0;   // one case, once
        }
    return 0;
}
