/* run_lesson.h: starts the small lesson as a program, in a test's own folder, and keeps what it says. */
#ifndef RUN_LESSON_H
#define RUN_LESSON_H

#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "own_folder.h"

#define IN_LESSON static __attribute__((unused))

static char out[20000], err[4000];

typedef struct Path {
    char text[128];
} Path;

IN_LESSON Path path_of(const char *name)
{
    Path path;
    snprintf(path.text, sizeof path.text, "%s/%s", folder, name);
    return path;
}

#define in_folder(name) path_of(name).text

IN_LESSON void read_text(const char *path, char *text, size_t size)
{
    FILE *file = fopen(path, "r");
    cr_assert(file != NULL, "%s is not there", path);
    text[fread(text, 1, size - 1, file)] = '\0';
    fclose(file);
}

_Noreturn IN_LESSON void start_lesson(char *const *words, int output)
{
    const int errors = open(in_folder("stderr"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (output < 0) output = open(in_folder("stdout"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    setenv("LESSON", "1", 1);
    execv("/proc/self/exe", words);
    _exit(99);
}

IN_LESSON char *words_of(char **words, int most, const char *line, char *copy)
{
    int count = 0;
    words[count++] = (char *)"lesson";
    strcpy(copy, line);
    for (char *word = strtok(copy, " "); word && count < most - 1; word = strtok(NULL, " "))
        words[count++] = word;
    words[count] = NULL;
    return copy;
}

// Runs the lesson; results go to folder/results unless the line says otherwise. Gives waitpid's status.
IN_LESSON int run(const char *format, ...)
{
    char line[600], copy[600], *words[40];
    int used = snprintf(line, sizeof line, "--out %s/results ", folder);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + used, sizeof line - (size_t)used, format, arguments);
    va_end(arguments);
    words_of(words, 40, line, copy);
    const pid_t child = fork();
    if (child == 0) start_lesson(words, -1);
    int status;
    waitpid(child, &status, 0);
    read_text(in_folder("stdout"), out, sizeof out);
    read_text(in_folder("stderr"), err, sizeof err);
    return status;
}

IN_LESSON void expect_exit(int status, int expected)
{
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == expected,
              "status %x, expected exit %d; stderr: %s", status, expected, err);
}

IN_LESSON void expect_error(int status, int expected, const char *line)
{
    expect_exit(status, expected);
    cr_assert_str_eq(err, line);
}

IN_LESSON bool exists(const char *name) { return access(in_folder(name), F_OK) == 0; }

IN_LESSON int lines(const char *text)
{
    int count = 0;
    for (; *text; text++) count += *text == '\n';
    return count;
}

#endif
