/* metrics.c: metrics.tsv, the numbers of a run. A run that adds to the results of an earlier one
 * keeps that one's numbers, and says behind each of them when it was found.
 */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"
#include "file.h"

enum { LONGEST_FILE = 1 << 16, FIELDS = 4 };

static FILE *metrics_file(App *app)
{
    results_need(app);
    return app->session->table[0].file;
}

void app_metric(App *app, const char *name, double value, const char *unit)
{
    if (isnan(value)) value = fabs(value);   // its sign differs from machine to machine
    fprintf(metrics_file(app), "%s\t%.9g\t%s\n", name, value, unit);
}

void app_metric_of(App *app, double value, const char *unit, const char *format, ...)
{
    char name[96];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    CHECK(length >= 0 && (size_t)length < sizeof name, "a metric's name of %d letters", length);
    for (char *c = name; *c; c++)
        if (*c == '-') *c = '_';
    app_metric(app, name, value, unit);
}

void app_metric_text(App *app, const char *name, const char *value)
{
    fprintf(metrics_file(app), "%s\t%s\t\n", name, value);
}

// ---- Those of an earlier run

// Does one of the lines that begin before `end` have this name?
static bool has_metric(const char *text, const char *end, const char *name, size_t length)
{
    while (text && text < end && strncmp(text, name, length + 1) != 0) {
        text = strchr(text, '\n');
        if (text) text++;
    }
    return text && text < end;
}

// How many fields a line has: a name, a value, a unit, and sometimes when. 0: it is no line of
// metrics.
static int count_fields(const char *line, size_t length)
{
    int fields = 1;
    for (size_t i = 0; i < length; i++) {
        if (line[i] == '\t') fields++;
        else if ((unsigned char)line[i] < ' ' || line[i] == 127) return 0;
    }
    return length > 0 && line[0] != '\t' && fields >= 3 && fields <= FIELDS ? fields : 0;
}

int metrics_add(FILE *out, const char *now, const char *old, const char *when)
{
    int added = 0;
    for (const char *line = old, *end; (end = strchr(line, '\n')); line = end + 1) {
        const size_t length = (size_t)(end - line);
        const int fields = count_fields(line, length);
        if (fields == 0) continue;
        const size_t name = (size_t)(strchr(line, '\t') - line);
        if (has_metric(now, now + strlen(now), line, name) || has_metric(old, line, line, name))
            continue;
        const bool marked = fields == FIELDS && end[-1] != '\t';
        fprintf(out, "%.*s%s%s\n", (int)length, line, fields < FIELDS ? "\t" : "",
                marked ? "" : when);
        added++;
    }
    return added;
}

// A whole file as text, up to its first NUL; NULL where it cannot be read. The caller frees it.
static char *text_of(const char *path, Error *error)
{
    uint8_t *text = NULL;
    size_t length;
    file_read(path, &text, &length, LONGEST_FILE, error);
    return (char *)text;
}

bool metrics_add_old(App *app)
{
    Session *s = app->session;
    FILE *file = metrics_file(app);
    Error error = {0};
    fflush(file);
    char *path = joined_text(s->results, "/", "metrics.tsv");
    char *old = text_of(path, &error), *now = text_of(s->table[0].path, &error);
    const When when = file_time(path);
    const int added = old && now ? metrics_add(file, now, old, when.text) : 0;
    if (added > 0)
        app_say(app, "metrics.tsv keeps %d numbers of an earlier run (%s), and marks them", added,
                when.text);
    else if (access(path, F_OK) == 0)
        app_say(app, "metrics.tsv of an earlier run is replaced: %s",
                *error.message ? error.message : "no numbers in it");
    free(path);
    free(old);
    free(now);
    return added > 0;
}
