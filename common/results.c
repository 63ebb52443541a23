// Tables and metrics: written as NAME.tsv.part, renamed when the program ends well.
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app_private.h"
#include "file.h"

static char *joined(const char *a, const char *b, const char *c)
{
    const size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = allocate(size, 1);
    snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}

// Makes a folder and those above it.
static bool make_folders(const char *path)
{
    char *part = copy_text(path);
    bool ok = true;
    for (char *slash = part + 1; ok && (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        ok = mkdir(part, 0777) == 0 || errno == EEXIST;
        *slash = '/';
    }
    ok = ok && (mkdir(part, 0777) == 0 || errno == EEXIST);
    free(part);
    return ok;
}

static Table *add_result(App *app, const char *name)
{
    Session *s = app->session;
    CHECK(s->tables < MAX_TABLES, "more than %d files of results", MAX_TABLES);
    Table *table = &s->table[s->tables++];
    table->path = joined(s->folder, "/", name);
    table->part = joined(table->path, ".part", "");
    return table;
}

const char *app_result_path(App *app, const char *name) { return add_result(app, name)->part; }

FILE *app_file(App *app, const char *name)
{
    Table *table = add_result(app, name);
    table->file = fopen(table->part, "w");
    if (!table->file) app_fail(app, 1, "%s: %s", table->part, strerror(errno));
    return table->file;
}

static Session *unfinished;   // whose files an exit in the middle leaves behind

static void discard_at_exit(void)
{
    if (unfinished) results_discard(unfinished);
}

void results_open(App *app)
{
    Session *s = app->session;
    s->folder = app->out ? copy_text(app->out) : joined("build/results/", app->name, "");
    if (!make_folders(s->folder))
        app_fail(app, 1, "%s: cannot make this folder: %s", s->folder, strerror(errno));
    if (!unfinished) atexit(discard_at_exit);
    unfinished = s;
    app_file(app, "metrics.tsv");
}

FILE *app_table(App *app, const char *name, const char *columns)
{
    char *with_ending = joined(name, ".tsv", "");
    FILE *file = app_file(app, with_ending);
    free(with_ending);
    fprintf(file, "%s\n", columns);
    return file;
}

void app_metric(App *app, const char *name, double value, const char *unit)
{
    fprintf(app->session->table[0].file, "%s\t%.9g\t%s\n", name, value, unit);
}

void app_metric_text(App *app, const char *name, const char *value)
{
    fprintf(app->session->table[0].file, "%s\t%s\t\n", name, value);
}

// A full disk shows at the latest when the file is closed.
static bool close_table(Table *table, Error *error)
{
    if (!table->file) return true;
    errno = 0;
    const bool written = fflush(table->file) == 0 && !ferror(table->file);
    int reason = errno;
    const bool closed = fclose(table->file) == 0;
    if (written && !closed) reason = errno;
    table->file = NULL;
    return (written && closed) ||
           fail(error, "%s: %s", table->path, strerror(reason ? reason : EIO));
}

void results_discard(Session *s)
{
    unfinished = NULL;
    for (int i = 0; i < s->tables; i++) {
        Table *table = &s->table[i];
        if (table->file) fclose(table->file);
        if (table->part) unlink(table->part);
        free(table->path);
        free(table->part);
        *table = (Table){0};
    }
    s->tables = 0;
    free(s->folder);
    s->folder = NULL;
}

// Does a line of the text begin with this name and a tab?
static bool has_metric(const char *text, const char *name, size_t length)
{
    while (text && strncmp(text, name, length + 1) != 0) {
        text = strchr(text, '\n');
        if (text) text++;
    }
    return text != NULL;
}

// What this run has measured so far, with a NUL behind; the caller frees it. NULL: it cannot be read back.
static char *metrics_so_far(Table *table)
{
    uint8_t *text = NULL;
    size_t length;
    fflush(table->file);
    file_read(table->part, &text, &length, 1 << 24, NULL);
    return (char *)text;
}

void metrics_keep_others(Session *s)
{
    Table *table = &s->table[0];
    FILE *old = fopen(table->path, "r");
    if (!old) return;
    char line[512], *so_far = metrics_so_far(table);
    while (fgets(line, sizeof line, old)) {
        const char *tab = strchr(line, '\t');
        if (tab && !has_metric(so_far, line, (size_t)(tab - line))) fputs(line, table->file);
    }
    free(so_far);
    fclose(old);
}

// All are closed before the first is renamed: a disk that is full leaves the old results together.
bool results_keep(Session *s, Error *error)
{
    bool ok = true;
    for (int i = 0; i < s->tables; i++) ok &= close_table(&s->table[i], error);
    for (int i = 0; ok && i < s->tables; i++) {
        ok = rename(s->table[i].part, s->table[i].path) == 0 ||
             fail(error, "%s: %s", s->table[i].path, strerror(errno));
    }
    results_discard(s);
    return ok;
}
