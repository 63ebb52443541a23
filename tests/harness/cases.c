// cases.c: keeps what the learner's function gave, what is right, and what each mistake would give.
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

Entry entries[MOST_ENTRIES];
int entry_count, tag_count, samples;
const char *tags[MOST_TAGS];
static int run, next;   // which run this is, which entry the next got() fills
static char label[160];

void cases_begin(int number)
{
    run = number;
    next = 0;
    label[0] = '\0';
}

// A new case: the buffers of the one before are given back.
void given_at(int line, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(label, sizeof label, format, list);
    va_end(list);
    buffers_free();
    snprintf(report->where, sizeof report->where, "%s", label);
    report->line = line;
}

void batch_size(int count) { samples = count; }

static double *copy(const double *numbers, int count)
{
    double *mine = malloc((size_t)count * sizeof *mine);
    if (!mine) test_is_broken("no memory");
    return memcpy(mine, numbers, (size_t)count * sizeof *mine);
}

static Entry *entry_begin(const char *name, const int *shape, int axes)
{
    if (next == MOST_ENTRIES || axes > MOST_AXES)
        test_is_broken("%s: too many results or axes", name);
    Entry *e = &entries[next++];
    if (run == 1 ||
        next > entry_count) {   // code that depends on more than its inputs may come further
        *e = (Entry){.count = 1, .axes = axes};
        snprintf(e->given, sizeof e->given, "%s", label);
        snprintf(e->name, sizeof e->name, "%s", name);
        for (int a = 0; a < axes; a++) e->count *= e->shape[a] = shape[a];
        if (run == 1) entry_count = next;
    }
    return e;
}

static void keep(Entry *e, const double *numbers)
{
    if (run == 1)
        e->first = copy(numbers, e->count);
    else
        e->second = copy(numbers, e->count);
}

void got_floats(const char *name, const float *numbers, const int *shape, int axes)
{
    Entry *e = entry_begin(name, shape, axes);
    double *wide = malloc((size_t)e->count * sizeof *wide);
    if (!wide) test_is_broken("no memory");
    for (int i = 0; i < e->count; i++) wide[i] = (double)numbers[i];
    keep(e, wide);
    free(wide);
}

void got_number(const char *name, double number) { keep(entry_begin(name, NULL, 0), &number); }

static Entry *entry_said(int count)
{
    if (next == 0) test_is_broken("right() or wrong() before got()");
    Entry *e = &entries[next - 1];
    if (count != e->count)
        test_is_broken("%s, %s: %d numbers, not %d", label, e->name, e->count, count);
    return e;
}

void right_numbers(int line, const double *numbers, int count)
{
    Entry *e = entry_said(count);
    e->line = line;
    if (run == 1) e->right = copy(numbers, count);
}

void right_from(int line, double bound)
{
    Entry *e = entry_said(1);
    e->line = line;
    if (run == 1) e->right = copy(&bound, 1);
    e->bound = bound;
    e->at_least = true;
}

void keep_secret(void) { entry_said(entries[next > 0 ? next - 1 : 0].count)->secret = true; }

static int tag_index(const char *tag)
{
    for (int t = 0; t < tag_count; t++)
        if (strcmp(tags[t], tag) == 0) return t;
    if (tag_count == MOST_TAGS) test_is_broken("more than %d tags", MOST_TAGS);
    tags[tag_count] = tag;
    return tag_count++;
}

void wrong_numbers(const char *tag, const double *numbers, int count)
{
    Entry *e = entry_said(count);
    if (run == 1) e->wrong[tag_index(tag)] = copy(numbers, count);
}

static bool predict_alike(const Entry *e, const double *a, const double *b)
{
    a = a ? a : e->right;
    b = b ? b : e->right;
    for (int i = 0; i < e->count; i++)
        if (isnan(a[i]) != isnan(b[i]) || fabs(a[i] - b[i]) > 1e-3 * fmax(1, fabs(b[i])))
            return false;
    return true;
}

static bool alike_everywhere(int tag, int other)   // other -1: the right numbers
{
    for (const Entry *e = entries; e < entries + entry_count; e++)
        if (!predict_alike(e, e->wrong[tag], other < 0 ? NULL : e->wrong[other])) return false;
    return true;
}

void cases_check(void)
{
    if (entry_count == 0) test_is_broken("no case");
    for (Entry *e = entries; e < entries + entry_count; e++)
        if (!e->second)
            e->second = e->first;   // the second run went another way and left this one out
    for (const Entry *e = entries; e < entries + entry_count; e++)
        if (!e->right) test_is_broken("%s, %s: right() is missing", e->given, e->name);
    for (int t = 0; t < tag_count; t++) {
        if (alike_everywhere(t, -1)) test_is_broken("[%s] is right in every case", tags[t]);
        for (int other = 0; other < t; other++)
            if (alike_everywhere(t, other))
                test_is_broken("[%s] and [%s] look alike", tags[t], tags[other]);
    }
}

// The book sets a minus as U+2212, and whoever copies it from there means a minus.
static void plain_minus(char *text)
{
    static const char set[] = "\u2212";
    const size_t length = sizeof set - 1;
    for (char *at = text; (at = strstr(at, set)); at++) {
        *at = '-';
        memmove(at + 1, at + length, strlen(at + length) + 1);
    }
}

// The next line "name = value" of an answer.txt; "#" begins a comment.
static bool next_answer(FILE *file, char key[64], char value[64])
{
    char line[256], rest[2];
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "#\n")] = '\0';
        plain_minus(line);
        if (sscanf(line, " %63[^= ] = %63s %1s", key, value, rest) == 2) return true;
    }
    return false;
}

// A question mark is left: says how far the learner has come.
static _Noreturn void answers_missing(FILE *file)
{
    char key[64], value[64];
    int all = 0, filled = 0;
    for (rewind(file); next_answer(file, key, value); all++) filled += strcmp(value, "?") != 0;
    if (filled > 0) report_wrong("", "%d of %d filled in", filled, all);
    exercise_todo();
}

// A name that is missing was deleted by mistake.
double answer(const char *name)
{
    FILE *file = answer_file ? fopen(answer_file, "r") : NULL;
    if (!file) test_is_broken("%s cannot be read", answer_file ? answer_file : "answer.txt");
    char key[64], value[64];
    bool found = false;
    while (!found && next_answer(file, key, value)) found = strcmp(key, name) == 0;
    if (found && strcmp(value, "?") == 0) answers_missing(file);
    fclose(file);
    report->line = 0;   // the test knows all answers
    char *end = value;
    double number = found ? strtod(value, &end) : 0;
    if (found && *end == '\0' && end > value) return number;
    report_wrong("not-a-number",
                 found ? "%s = %s: a number is wanted, such as -3 or 0.5" : "no line \"%s = %s\"",
                 name, found ? value : "…");
    report->outcome = WRONG;
    _Exit(WRONG);
}
