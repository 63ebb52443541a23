/* run.c: runs an exercise's cases in a child with limits and says how it ended.
 *
 *     program [ANSWER.TXT]        EXERCISE_SECONDS is the time limit, 5 where it is not set
 *
 * Prints the tag of the hint ("-" for none) and the line of the case in test.c (0 for none), the
 * message, and then what the learner's code printed.
 * Status   0 passed, 1 wrong, 2 not started, 3 the test itself is at fault.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.h"

// The address sanitizer reserves terabytes, so it cannot live under a limit. gcc and clang say
// differently that it is there.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SHADOW_MEMORY
#endif
#elif defined __SANITIZE_ADDRESS__
#define SHADOW_MEMORY
#endif

enum { MOST_OUTPUT = 1 << 16, SHOWN_OUTPUT = 1000, STACK = 8 << 20 };

Report *report;
const char *answer_file;
// Exact in float, also when small numbers are added.
const float garbage_of_run[2] = {8191.25f, -4095.75f};
static const char *stack_begin;

void report_wrong(const char *tag, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    snprintf(report->tag, sizeof report->tag, "%s", tag);
    vsnprintf(report->message, sizeof report->message, format, list);
    va_end(list);
}

_Noreturn void exercise_todo(void)
{
    report->outcome = NOT_STARTED;
    report->line = 0;
    fflush(NULL);
    _exit(NOT_STARTED);
}

_Noreturn void test_is_broken(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(report->message, sizeof report->message, format, list);
    va_end(list);
    report->outcome = BROKEN;
    _exit(BROKEN);
}

/* ---- In the child -----------------------------------------------------------------------------*/

// Runs on a stack of its own: the learner's may be what is used up.
static void fault(int signal, siginfo_t *info, void *context)
{
    (void)context;
    const char *at = info->si_addr, *where = report->where;
    Touch touch = signal == SIGSEGV || signal == SIGBUS ? buffer_touched(at) : ELSEWHERE;
    if (signal == SIGFPE)
        report_wrong("division-by-zero", "%s: a division of whole numbers by 0", where);
    else if (touch == READ_ONLY)
        report_wrong("inputs-changed", "%s: an input was written to", where);
    else if (touch == BEHIND)
        report_wrong("out-of-bounds", "%s: an array was used beyond its end", where);
    else if (touch == BEFORE)
        report_wrong("out-of-bounds", "%s: an array was used before its start", where);
    else if (signal == SIGSEGV && (uintptr_t)at < 4096)
        report_wrong("null-pointer", "%s: a null pointer was used", where);
    else if (signal == SIGSEGV && at < stack_begin && stack_begin - at < 2 * STACK)
        report_wrong("stack-overflow",
                     "%s: the stack is full: a call that calls itself for ever, or a huge array",
                     where);
    else
        report_wrong("crash", "%s: stopped by signal %d (%s)", where, signal, strsignal(signal));
    report->outcome = WRONG;
    _exit(WRONG);
}

static void catch_faults(void)
{
    static char spare[1 << 16];
    sigaltstack(&(stack_t){.ss_sp = spare, .ss_size = sizeof spare}, NULL);
    struct sigaction action = {.sa_sigaction = fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

static void set_limits(void)
{
    const char *seconds = getenv("EXERCISE_SECONDS");
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    setrlimit(RLIMIT_STACK, &(struct rlimit){STACK, STACK});
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){MOST_OUTPUT, MOST_OUTPUT});
#ifndef SHADOW_MEMORY
    setrlimit(RLIMIT_AS, &(struct rlimit){(rlim_t)2 << 30, (rlim_t)2 << 30});
#endif
    alarm(seconds && atoi(seconds) > 0 ? (unsigned)atoi(seconds) : 5);
}

// The second run would print everything once more.
static void fall_silent(void)
{
    fflush(NULL);
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
}

static _Noreturn void child(int output)
{
    char here;
    stack_begin = &here;
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    setvbuf(stdout, NULL, _IOLBF, 0);
    catch_faults();
    set_limits();
    for (int run = 1; run <= 2; run++) {
        if (run == 2) fall_silent();
        garbage = garbage_of_run[run - 1];
        start_guarded = run == 2;
        cases_begin(run);
        exercise();
        buffers_free();
    }
    snprintf(report->where, sizeof report->where, "after the last case");
    cases_check();
    diagnose();
    fflush(NULL);
    _exit(report->outcome);
}

/* ---- In the parent ----------------------------------------------------------------------------*/

static void explain_end(int status)
{
    const char *where = *report->where ? report->where : "before the first case";
    report->outcome = WRONG;
    if (!WIFSIGNALED(status))
        report_wrong("ended-early", "%s: the program was ended from within (exit?)", where);
    else if (WTERMSIG(status) == SIGALRM)
        report_wrong("time-limit", "%s: no answer within the time limit", where);
    else if (WTERMSIG(status) == SIGXFSZ)
        report_wrong("endless-output", "%s: more than %d bytes were printed", where, MOST_OUTPUT);
    else if (WTERMSIG(status) == SIGABRT)
        report_wrong("aborted", "%s: the program aborted itself; a damaged heap ends so", where);
    else
        report_wrong("crash", "%s: ended by signal %d (%s)", where, WTERMSIG(status),
                     strsignal(WTERMSIG(status)));
}

static void show_output(int output)
{
    char text[SHOWN_OUTPUT];
    lseek(output, 0, SEEK_SET);
    ssize_t length = read(output, text, sizeof text);
    if (length <= 0) return;
    fwrite(text, 1, (size_t)length, stdout);
    if (text[length - 1] != '\n') puts("");
    if (length == SHOWN_OUTPUT) puts("…");
}

int main(int argc, char **argv)
{
    answer_file = argc > 1 ? argv[1] : NULL;
    report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    FILE *output = tmpfile();
    if (report == MAP_FAILED || !output) {
        perror("exercise");
        return BROKEN;
    }
    report->outcome = -1;
    pid_t pid = fork();
    if (pid == 0) child(fileno(output));
    int status = 0;
    if (pid < 0 || waitpid(pid, &status, 0) < 0) {
        perror("exercise");
        return BROKEN;
    }
    if (report->outcome < 0) explain_end(status);
    printf("%s %d\n%s\n", *report->tag ? report->tag : "-", report->line, report->message);
    show_output(fileno(output));
    return report->outcome;
}
