#!/bin/sh
# exercise-limits.sh: whatever a learner's file does, it is judged, soon, and nothing of it lives on.
set -u
. tests/harness/judge.sh
export EXERCISE_SECONDS=0.5 EXERCISE_COMPILE_SECONDS=3
exercise=chapters/ch07-cnn/exercises/01-output-size
tried=$made/limits
rm -rf "$tried" && mkdir -p "$tried"
fail() { echo "$*"; exit 1; }

right='int output_size(int a, int b, int c, int d) { return (a + 2 * d - b) / c + 1; }'
wrong='int output_size(int a, int b, int c, int d) { return 17; }'
# What each file begins with.
all='#define _GNU_SOURCE
#include "output_size.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>
'
[ -e /proc/self/stat ] || { echo "needs Linux"; exit 77; }

ends()   # status, tag, code
{
    printf '%s%s\n' "$all" "$3" >"$tried/it.c"
    began=$(date +%s) status=0
    judge $exercise "$tried/it.c" "$tried/out" || status=$?
    tag=$(cat "$tried/out.tag")
    [ $status -eq "$1" ] && [ "$tag" = "$2" ] ||
        fail "status $status [$tag], not $1 [$2], of: $3: $(cat "$tried/out.text" "$tried/out.compiler")"
    [ $(($(date +%s) - began)) -le 12 ] || fail "$(($(date +%s) - began)) s for: $3"
}
body() { printf 'int output_size(int a, int b, int c, int d) { %s }' "$1"; }

# A pass is the judge's word: no status, no line and no answer of the learner's process is one.
ends 1 ended-early "__attribute__((constructor)) static void end(void) { _exit(0); } $wrong"
ends 1 - "__attribute__((destructor)) static void end(void) { _exit(0); } $wrong"
ends 1 - "__attribute__((constructor)) static void say(void) { puts(\"- -1\\npass\"); } $wrong"
ends 1 ended-early "$(body 'exit(0);')"
ends 1 crash "$(body 'kill(0, SIGKILL); return 4;')"
ends 0 - "__attribute__((constructor)) static void say(void) { puts(\"pass\"); getchar(); } $right"
ends 0 - "__attribute__((destructor)) static void end(void) { _exit(1); } $right"

# Names of the harness and of the library are free, and so are printing and reading.
headers=$all all='#include "output_size.h"
#include <stddef.h>
'
ends 0 - "int fork = 1, mmap, waitpid, input, given, output, answer, cases, case_run, sheet, main; $right"
ends 0 - "double fmax(double a, double b) { return a < b ? a : b; } int write(int a) { return a; } $right"
ends 0 - "void *memcpy(void *a, const void *b, size_t n) { return 0; } void *malloc(size_t n) { return 0; } $right"
all=$headers
ends 0 - "$(body 'for (int k = 0; k < 2000; k++) printf("%d of many\n", k); getchar(); return (a + 2 * d - b) / c + 1;')"

# No end: alarms, signals and stops are the learner's own affair.
loop='for (volatile int k = 0; ; k++) continue;'
ends 1 time-limit "$(body "$loop")"
ends 1 stack-overflow "$(body 'volatile int k[100]; k[0] = a; return output_size(k[0], b, c, d) + k[0];')"
ends 1 time-limit "$(body "sigset_t s; sigfillset(&s); sigprocmask(SIG_BLOCK, &s, 0); alarm(0); $loop")"
ends 1 time-limit "$(body 'raise(SIGSTOP); return 4;')"
ends 1 time-limit "$(body 'kill(getppid(), SIGSTOP); pause(); return 4;')"
ends 1 time-limit "$(body 'execlp("sleep", "sleep", "98761", NULL); return 4;')"
ends 1 time-limit "__attribute__((constructor)) static void stop(void) { raise(SIGSTOP); } $right"
ends 1 endless-output "$(body 'for (;;) puts("and on");')"
ends 1 processes "$(body 'for (int k = 0; k < 200; k++) if (fork() == 0) { pause(); } pause(); return 4;')"
ends 1 - "$(body 'char *much = malloc(3l << 30); return much ? (a + 2 * d - b) / c + 1 : 17;')"
ends 0 - "$(body 'if (a == 7 && fork() == 0) { setsid(); execlp("sleep", "sleep", "98762", NULL); } return (a + 2 * d - b) / c + 1;')"
! grep -lz '^9876[12]$' /proc/[0-9]*/cmdline 2>/dev/null || fail "a process lives on"

# The case that is shown is one in which it happens, not one that ran behind such a case: these have no trouble with
# the hand-computed ones, whose extents are 5, 7 and 8.
shown() { grep -Eq '^extent ([1-4]|9|[1-9][0-9]+),' "$tried/out.text" || fail "$1, and shown is $(head -n 1 "$tried/out.text")"; }
others='a < 5 || a > 8'
ends 1 aborted "$(body "if ($others) abort(); return (a + 2 * d - b) / c + 1;")"
shown "aborts at other extents"
ends 1 time-limit "$(body "if ($others) $loop return (a + 2 * d - b) / c + 1;")"
shown "never ends at other extents"

# What is got and what is expected are told apart by the digits that are shown.
ends 1 - "$(body 'return (int)((float)(a + 2 * d - b) / (float)c) + 1;')"
sed -n 1p "$tried/out.text" | awk -F 'got |, expected ' '$2 == $3 { print "shown as the same: " $0; exit 1 }' || exit 1

# The compiler has its limits, too.
ends 4 - '#include "/dev/zero"'
mkfifo "$tried/pipe.h"
ends 4 - '#include "pipe.h"'
grep -q "compiler did not come to an end" "$tried/out.compiler" || fail "the compiler's end is not named: $(head -c 300 "$tried/out.compiler")"

# The table of answers: blanks of every kind, a minus of the book's; what is no number is said.
traced()   # status, tag, words, change of the solution
{
    trace=chapters/ch07-cnn/exercises/06-by-hand status=0
    sed "$4" $trace/solution.txt >"$tried/answer.txt"
    judge $trace "$tried/answer.txt" "$tried/trace" || status=$?
    [ $status -eq "$1" ] && [ "$(cat "$tried/trace.tag")" = "$2" ] && grep -q "$3" "$tried/trace.text" || [ -z "$3" ] && [ $status -eq "$1" ] ||
        fail "$4: status $status [$(cat "$tried/trace.tag")] $(cat "$tried/trace.text")"
}
nbsp=$(printf '\302\240') tab=$(printf '\t') cr=$(printf '\r')
traced 0 - "" "s/ = /$tab=$nbsp/"
traced 0 - "" "s/\$/$nbsp$cr/"
traced 0 - "" "s/-/−/"
traced 1 not-a-number "y_0_0 = minus four: a number is wanted" 's/= -4/= minus four/'
traced 1 not-a-number 'two lines "y_0_0' 's/^y_0_0.*/&\ny_0_0 = 5/'
traced 1 not-a-number 'no line "y_0_1' '/^y_0_1/d'
traced 1 - "y_1_2: got 8, which is not right" 's/= 9/= 8/'
traced 2 - "7 of 8 filled in" 's/= 9/= ?/;0,/?/!s/?/9/'
rm -rf "$tried"
