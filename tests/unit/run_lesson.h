/* run_lesson.h: starts the small lesson as a program, in a test's own folder, and keeps what it
 * says.
 */
#ifndef RUN_LESSON_H
#define RUN_LESSON_H

#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "own_folder.h"

#define IN_LESSON static __attribute__((unused))

static char out[20000], err[4000];
// Another folder, another copy of the program.
static const char *start_in, *program = "/proc/self/exe";
static long largest_file;                                   // bytes; 0: any

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
    if (start_in && chdir(start_in) != 0) _exit(98);
    const struct rlimit limit = {(rlim_t)largest_file, RLIM_INFINITY};
    if (largest_file && setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(97);
    execv(program, words);
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

// Starts the lesson; results go to folder/results unless the line says otherwise.
IN_LESSON pid_t start(int output, const char *format, va_list arguments)
{
    char line[1000], copy[1000], *words[40];
    int used = snprintf(line, sizeof line, "--out %s/results ", folder);
    vsnprintf(line + used, sizeof line - (size_t)used, format, arguments);
    words_of(words, 40, line, copy);
    const pid_t child = fork();
    if (child == 0) start_lesson(words, output);
    return child;
}

IN_LESSON int wait_for(pid_t child)
{
    int status;
    waitpid(child, &status, 0);
    read_text(in_folder("stdout"), out, sizeof out);
    read_text(in_folder("stderr"), err, sizeof err);
    return status;
}

// The same, to its end. Gives waitpid's status.
IN_LESSON int run(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const pid_t child = start(-1, format, arguments);
    va_end(arguments);
    return wait_for(child);
}

// The same, with another standard output.
IN_LESSON int run_into(int output, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const pid_t child = start(output, format, arguments);
    va_end(arguments);
    fclose(fopen(in_folder("stdout"), "w"));
    return wait_for(child);
}

IN_LESSON void expect_exit(int status, int expected)
{
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == expected,
              "status %x, expected exit %d; stderr: %s", status, expected, err);
}

IN_LESSON void expect_error(int status, int expected, const char *line)
{
    expect_exit(status, expected);
    cr_assert_str_eq(err, line, "said %s, expected %s", err, line);
}

IN_LESSON bool exists(const char *name) { return access(in_folder(name), F_OK) == 0; }

// The names of all files of a folder, sorted, with a space behind each.
IN_LESSON const char *files(const char *name)
{
    static char list[4000];
    char command[200];
    snprintf(command, sizeof command, "ls -A %s | LC_ALL=C sort | tr '\\n' ' '", in_folder(name));
    FILE *pipe = popen(command, "r");
    list[fread(list, 1, sizeof list - 1, pipe)] = '\0';
    pclose(pipe);
    return list;
}

IN_LESSON int lines(const char *text)
{
    int count = 0;
    for (; *text; text++) count += *text == '\n';
    return count;
}

#endif
