/* judge.c: runs what learners wrote without ever being the process that it runs in, and compares.
 *
 *     judge limit SECONDS COMMAND …        within limits; its status, or 124 past the time
 *     judge run FILE HOST inputs|outputs   all cases; the answers, or all of a case, go to FILE
 *     judge printed HOST CASE              what the program printed in that case
 *     judge verdict FILE SOLUTION OTHER … -- MISTAKE …     files of answers, the learner's first
 *     judge prove SOLUTION OTHER … -- MISTAKE …            complaints about an exercise
 *     judge trace ANSWER.TXT SOLUTION.TXT MISTAKE.TXT …
 *
 * A verdict is a line "TAG CASE" ("-" and -1 for none), then lines for people. Its status: 0
 * passed, 1 wrong, 2 not started, 3 the test itself is at fault. EXERCISE_SECONDS is what a case
 * may take, 5 where it is not set.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "limits.h"
#include "trace.h"
#include "verdict.h"

enum { MUCH_OUTPUT = 1 << 16, TOO_LONG = 124 };

static double case_seconds(void)
{
    const char *text = getenv("EXERCISE_SECONDS");
    return text && atof(text) > 0 ? atof(text) : 5;
}

static int limit(char **argument)
{
    Run run = {.step_seconds = atof(argument[0]), .seconds = atof(argument[0])};
    run_limited(&run, argument + 1);
    free(run.results);
    if (run.end != ENDED) return TOO_LONG;
    return WIFEXITED(run.status) ? WEXITSTATUS(run.status) : 128 + WTERMSIG(run.status);
}

/* ---- Cases -----------------------------------------------------------------------------------*/

static Run run_host(char *host, char *what, char *only, double seconds)
{
    char results[16];
    snprintf(results, sizeof results, "%d", RESULTS);
    Run run = {.step_seconds = seconds, .seconds = 10 * seconds, .quiet = 1};
    run_limited(&run, (char *[]){host, results, what, only, NULL});
    return run;
}

// Why there is no further answer.
static void explain_end(const Run *run, Record *r)
{
    const char *tag = "ended-early", *fact = "fact-ended";
    if (run->end == CROWDED)
        tag = "processes", fact = "fact-processes";
    else if (run->end == TIME_UP && run->printed > MUCH_OUTPUT)
        tag = "endless-output", fact = "fact-output";
    else if (run->end == TIME_UP)
        tag = "time-limit", fact = "fact-time";
    else if (WIFSIGNALED(run->status))
        tag = "crash", fact = "fact-signal", r->signal = WTERMSIG(run->status);
    snprintf(r->tag, sizeof r->tag, "%s", tag);
    snprintf(r->fact, sizeof r->fact, "%s", fact);
}

// The first run of a case that has no answer gets a record that says why; there are `cases` cases
// at least.
static bool first_gap(const Answers *a, int *number, int *run)
{
    for (*number = 0; *number < a->cases; ++*number)
        for (*run = 0; *run < RUNS; ++*run)
            if (!a->of[*number][*run]) return true;
    return false;
}

static bool not_started(const Answers *a)
{
    for (int k = 0; k < a->cases; k++)
        for (int r = 0; r < RUNS; r++)
            if (a->of[k][r] && a->of[k][r]->outcome == NOT_STARTED) return true;
    return false;
}

// 2 where the learner has not started.
static int run_cases(const char *path, char *host, char *what)
{
    Run run = run_host(host, what, NULL, case_seconds());
    if (run.end == ENDED && WIFEXITED(run.status) && WEXITSTATUS(run.status) == 127) {
        fprintf(stderr, "%s cannot be run\n", host);
        return FAULT;
    }
    Answers a = answers_parse(path, run.results, run.length, 1);
    Record gap = {.magic = RECORD_MAGIC, .cases = a.cases, .outcome = STOPPED};
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        return FAULT;
    }
    for (int k = 0; k < a.cases; k++)
        for (int r = 0; r < RUNS; r++)
            if (a.of[k][r]) fwrite(a.of[k][r], 1, sizeof(Record) + (size_t)a.of[k][r]->bytes, file);
    if (first_gap(&a, &gap.number, &gap.run)) {
        explain_end(&run, &gap);
        fwrite(&gap, 1, sizeof gap, file);
    }
    int status = not_started(&a) ? TODO : 0;
    answers_free(&a);
    return fclose(file) == 0 ? status : FAULT;
}

static int printed(char *host, char *number)
{
    Run run = run_host(host, "outputs", number, fmin(1, case_seconds()));
    fwrite(run.head, 1, run.head_length, stdout);
    if (run.head_length == sizeof run.head) fputs("…", stdout);
    free(run.results);
    return 0;
}

/* ---- Files of answers ------------------------------------------------------------------------*/

// SOLUTION OTHER … -- MISTAKE …
static void load(Trial *t, char **paths)
{
    t->right = answers_load(*paths++, 1);
    for (; *paths && strcmp(*paths, "--") != 0; paths++)
        if (t->other_count < MOST_PROGRAMS)
            t->others[t->other_count++] = answers_load(*paths, t->right.cases);
    for (; *paths && *++paths;)
        if (t->mistake_count < MOST_PROGRAMS)
            t->mistakes[t->mistake_count++] = answers_load(*paths, t->right.cases);
    trial_weigh(t);
}

static int verdict(char **paths)
{
    static Trial t;
    load(&t, paths + 1);
    t.learner = answers_load(paths[0], t.right.cases);
    Verdict v = verdict_of(&t);
    printf("%s %d\n", *v.tag ? v.tag : "-", v.number);
    show_verdict(stdout, &t, &v);
    return v.outcome;
}

static int prove(char **paths)
{
    static Trial t;
    load(&t, paths);
    return complaints(&t);
}

int main(int argc, char **argv)
{
    const char *verb = argc > 2 ? argv[1] : "";
    if (argc > 3 && strcmp(verb, "limit") == 0) return limit(argv + 2);
    if (argc > 4 && strcmp(verb, "run") == 0) return run_cases(argv[2], argv[3], argv[4]);
    if (argc > 3 && strcmp(verb, "printed") == 0) return printed(argv[2], argv[3]);
    if (argc > 3 && strcmp(verb, "verdict") == 0) return verdict(argv + 2);
    if (strcmp(verb, "prove") == 0) return prove(argv + 2);
    if (argc > 3 && strcmp(verb, "trace") == 0) return trace_judge(argv + 2, argc - 2);
    fputs("usage: judge limit|run|printed|verdict|prove|trace …\n", stderr);
    return FAULT;
}
