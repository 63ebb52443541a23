// limits.c: time, memory, files and processes of a program, limited from outside.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "limits.h"

// The address sanitizer reserves terabytes, so it cannot live under a limit. gcc and clang say
// differently that it is there.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SHADOW_MEMORY
#endif
#elif defined __SANITIZE_ADDRESS__
#define SHADOW_MEMORY
#endif

enum { STACK = 8 << 20, FILE_SIZE = 64 << 20, MOST_PROCESSES = 64, SLICE = 50 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void limit(int what, rlim_t most) { setrlimit(what, &(struct rlimit){most, most}); }

static _Noreturn void begin(const Run *run, char **command, int results, int output)
{
    setpgid(0, 0);
    int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, STDIN_FILENO);
    if (run->quiet) {
        dup2(output, STDOUT_FILENO);
        dup2(output, STDERR_FILENO);
    }
    dup2(results, RESULTS);
    close(results);
    close(output);
    close(nothing);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_STACK, STACK);
    limit(RLIMIT_FSIZE, FILE_SIZE);
#ifndef SHADOW_MEMORY
    limit(RLIMIT_AS, (rlim_t)2 << 30);
#endif
    execvp(command[0], command);
    _exit(127);
}

/* ---- Processes -------------------------------------------------------------------------------*/

// How many processes the group has, as far as the system tells.
static int group_size(pid_t group)
{
    DIR *all = opendir("/proc");
    int count = 0;
    for (struct dirent *d; all && (d = readdir(all));) {
        pid_t pid = (pid_t)atoi(d->d_name);
        if (pid > 0 && getpgid(pid) == group) count++;
    }
    if (all) closedir(all);
    return count;
}

// Whoever lost its parent is our child now.
static void kill_children(void)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *children = fopen(path, "r");
    for (int pid; children && fscanf(children, "%d", &pid) == 1;) kill(pid, SIGKILL);
    if (children) fclose(children);
}

static void kill_all(pid_t group)
{
    kill(-group, SIGKILL);
    for (double end = now() + 2; now() < end;) {
        kill_children();
        pid_t pid = waitpid(-1, NULL, WNOHANG);
        if (pid < 0 && errno == ECHILD) return;
        if (pid == 0) usleep(1000);
    }
}

/* ---- What it says ----------------------------------------------------------------------------*/

// False at the end of the file.
static int read_results(Run *run, int from)
{
    static char part[1 << 16];
    ssize_t count = read(from, part, sizeof part);
    if (count <= 0) return count < 0 && (errno == EAGAIN || errno == EINTR);
    if (run->length + (size_t)count > MOST_RESULTS) return 0;
    char *longer = realloc(run->results, run->length + (size_t)count);
    if (!longer) return 0;
    run->results = longer;
    memcpy(run->results + run->length, part, (size_t)count);
    run->length += (size_t)count;
    run->printed = 0;
    return 1;
}

static int read_output(Run *run, int from)
{
    static char part[1 << 16];
    ssize_t count = read(from, part, sizeof part);
    if (count <= 0) return count < 0 && (errno == EAGAIN || errno == EINTR);
    size_t room = sizeof run->head - run->head_length;
    size_t kept = (size_t)count < room ? (size_t)count : room;
    memcpy(run->head + run->head_length, part, kept);
    run->head_length += kept;
    run->printed += (size_t)count;
    return 1;
}

static void drain(Run *run, struct pollfd *from)
{
    while (from[0].fd >= 0 && poll(from, 1, 0) > 0 && read_results(run, from[0].fd)) continue;
    while (from[1].fd >= 0 && poll(from + 1, 1, 0) > 0 && run->printed < 1 << 20 &&
           read_output(run, from[1].fd))
        continue;
}

static void watch(Run *run, pid_t pid, struct pollfd *from)
{
    double begun = now(), last = begun;
    for (;;) {
        int idle = from[0].fd < 0 ? 1 : SLICE;   // who has closed its results is about to end
        int ready = poll(from, 2, idle);
        size_t before = run->length;
        if (ready > 0 && from[1].revents && !read_output(run, from[1].fd)) from[1].fd = -1;
        if (ready > 0 && from[0].revents && !read_results(run, from[0].fd)) from[0].fd = -1;
        if (run->length > before) last = now();
        if (waitpid(pid, &run->status, WNOHANG) == pid) {
            run->end = ENDED;
            drain(run, from);
            return;
        }
        if (now() - last > run->step_seconds || now() - begun > run->seconds)
            run->end = TIME_UP;
        else if (now() - last > 0.1 && idle == SLICE && group_size(pid) > MOST_PROCESSES)
            run->end = CROWDED;
        else
            continue;
        return;
    }
}

void run_limited(Run *run, char **command)
{
    int results[2], output[2];
    if (pipe(results) || pipe(output)) {
        perror("judge");
        exit(3);
    }
#ifdef __linux__
    prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
    pid_t pid = fork();
    if (pid < 0) {
        perror("judge");
        exit(3);
    }
    if (pid == 0) {
        close(results[0]);
        close(output[0]);
        begin(run, command, results[1], output[1]);
    }
    setpgid(pid, pid);   // both do it: neither knows who comes first
    close(results[1]);
    close(output[1]);
    watch(run, pid, (struct pollfd[]){{results[0], POLLIN, 0}, {output[0], POLLIN, 0}});
    kill_all(pid);
    close(results[0]);
    close(output[0]);
}
