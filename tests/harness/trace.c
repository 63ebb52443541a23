// trace.c: see trace.h.
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "trace.h"
#include "verdict.h"
#include "words.h"

enum { MOST_LINES = 200 };
typedef struct Line {
    char name[64], value[64];
    int seen;
} Line;
typedef struct Table {
    Line line[MOST_LINES];
    int count;
} Table;

// Every spelling of a character becomes the plain one.
static void plain(char *text, const char *spelling, char character)
{
    size_t length = strlen(spelling);
    for (char *at = text; (at = strstr(at, spelling));) {
        *at++ = character;
        memmove(at, at + length - 1, strlen(at + length - 1) + 1);
    }
}

static void plain_line(char *line)
{
    static const char *blanks[] = {"\t",     "\r",     "\u00a0", "\u2007",
                                   "\u2009", "\u202f", "\u3000", "\ufeff"};
    static const char *minus[] = {"\u2212", "\u2013", "\u2012", "\uff0d"};
    line[strcspn(line, "#\n")] = '\0';
    for (size_t k = 0; k < sizeof blanks / sizeof *blanks; k++) plain(line, blanks[k], ' ');
    for (size_t k = 0; k < sizeof minus / sizeof *minus; k++) plain(line, minus[k], '-');
    plain(line, "\uff1d", '=');
}

// Without the blanks at both ends.
static void trimmed(char *to, size_t room, const char *from, size_t length)
{
    while (length > 0 && *from == ' ') from++, length--;
    while (length > 0 && from[length - 1] == ' ') length--;
    snprintf(to, room, "%.*s", (int)length, from);
}

static Line *find(Table *table, const char *name)
{
    for (Line *l = table->line; l < table->line + table->count; l++)
        if (strcmp(l->name, name) == 0) return l;
    return NULL;
}

static void keep(Table *table, const char *line)
{
    const char *equals = strchr(line, '=');
    if (!equals || table->count == MOST_LINES) return;
    Line *l = &table->line[table->count];
    trimmed(l->name, sizeof l->name, line, (size_t)(equals - line));
    trimmed(l->value, sizeof l->value, equals + 1, strlen(equals + 1));
    Line *earlier = find(table, l->name);
    if (earlier)
        earlier->seen++;
    else {
        l->seen = 1;
        table->count++;
    }
}

static void read_table(Table *table, const char *path)
{
    char line[400];
    FILE *file = fopen(path, "r");
    table->count = 0;
    if (!file) {
        perror(path);
        exit(FAULT);
    }
    while (fgets(line, sizeof line, file)) {
        plain_line(line);
        keep(table, line);
    }
    fclose(file);
}

static bool number(const char *text, double *value)
{
    char *end;
    *value = strtod(text, &end);
    return end > text && *end == '\0' && isfinite(*value) && !strpbrk(text, "xXpP");
}

static bool alike(const Line *a, const Line *b)
{
    double x, y;
    return a && b && number(a->value, &x) && number(b->value, &y) &&
           fabs(x - y) <= 1e-7 * fmax(1, fabs(y));
}

// The same wrong number, in three digits or more.
static bool near(const Line *mine, const Line *mistake)
{
    double x, y;
    return mine && number(mine->value, &x) && number(mistake->value, &y) &&
           fabs(x - y) <= 0.005 * fabs(y);
}

// How many wrong numbers a mistake explains: all that it has wrong, the first wrong one among them,
// else none. What is wrong besides is another mistake's, and comes next.
static int explained(Table *mine, Table *right, Table *mistake, const Line *first)
{
    int count = 0;
    bool begins = false;
    for (Line *r = right->line; r < right->line + right->count; r++) {
        Line *theirs = find(mistake, r->name);
        if (!theirs || alike(theirs, r)) continue;
        if (!near(find(mine, r->name), theirs)) return 0;
        begins |= r == first;
        count++;
    }
    return begins ? count : 0;
}

static int said(const char *tag, const char *key, const char *a, const char *b)
{
    printf("%s -1\n", tag);
    say(stdout, key, a, b, NULL);
    putchar('\n');
    return WRONG;
}

// Question marks are left: says how far the learner has come. 0 where none is.
static int unfinished(Table *mine, Table *right)
{
    int filled = 0;
    for (Line *r = right->line; r < right->line + right->count; r++) {
        Line *l = find(mine, r->name);
        filled += !l || strcmp(l->value, "?") != 0;
    }
    if (filled == right->count) return 0;
    printf("- -1\n");
    printf("%d of %d filled in\n", filled, right->count);
    return TODO;
}

// A line that is missing, stands there twice, or holds no number. 0 where there is none.
static int malformed(Table *mine, Table *right)
{
    double value;
    for (Line *r = right->line; r < right->line + right->count; r++) {
        Line *l = find(mine, r->name);
        if (!l) return said("not-a-number", "no-line", r->name, NULL);
        if (l->seen > 1) return said("not-a-number", "line-twice", r->name, NULL);
        if (strcmp(l->value, "?") != 0 && !number(l->value, &value))
            return said("not-a-number", "no-number", r->name, l->value);
    }
    return 0;
}

int trace_judge(char **paths, int count)
{
    static Table mine, right, mistake;
    read_table(&mine, paths[0]);
    read_table(&right, paths[1]);
    int status = malformed(&mine, &right);
    if (!status) status = unfinished(&mine, &right);
    if (status) return status;
    const Line *wrong = NULL;
    for (Line *r = right.line; r < right.line + right.count && !wrong; r++)
        if (!alike(find(&mine, r->name), r)) wrong = r;
    if (!wrong) return printf("- -1\n"), PASSED;
    char tag[64] = "-";
    for (int k = 2, most = 0; k < count; k++) {
        read_table(&mistake, paths[k]);
        int numbers = explained(&mine, &right, &mistake, wrong);
        if (numbers <= most) continue;
        most = numbers;
        const char *slash = strrchr(paths[k], '/');
        snprintf(tag, sizeof tag, "%s", slash ? slash + 1 : paths[k]);
        tag[strcspn(tag, ".")] = '\0';
    }
    return said(tag, "got-secret", wrong->name, find(&mine, wrong->name)->value);
}
