// What a run leaves behind: its files, written where run_folder.h says, shown together when the
// program ends well.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app_private.h"

static Session *unfinished;   // whose files an exit in the middle leaves behind

static void discard_at_exit(void)
{
    if (unfinished) results_discard(unfinished);
}

void results_need(App *app)
{
    Session *s = app->session;
    if (s->folder.path) return;
    Error error = {0};
    app_check(app, run_folder_open(&s->folder, s->results, app->name, &error), &error);
    if (!unfinished) atexit(discard_at_exit);
    unfinished = s;
    app_file(app, "metrics.tsv");
}

static Table *add_result(App *app, const char *name)
{
    results_need(app);
    Session *s = app->session;
    CHECK(s->tables < MAX_TABLES, "more than %d files of results", MAX_TABLES);
    for (int i = 0; i < s->tables; i++)
        CHECK(strcmp(s->table[i].name, name) != 0, "two files of results are called %s", name);
    Table *table = &s->table[s->tables++];
    *table = (Table){.name = copy_text(name), .path = run_folder_file(&s->folder, name)};
    return table;
}

const char *app_result_path(App *app, const char *name) { return add_result(app, name)->path; }

FILE *app_file(App *app, const char *name)
{
    Table *table = add_result(app, name);
    table->file = fopen(table->path, "w+");
    if (!table->file) app_fail(app, 1, "%s/%s: %s", app->session->results, name, strerror(errno));
    return table->file;
}

FILE *app_table(App *app, const char *name, const char *columns)
{
    char *with_ending = joined_text(name, ".tsv", "");
    FILE *file = app_file(app, with_ending);
    free(with_ending);
    fprintf(file, "%s\n", columns);
    return file;
}

// A full disk shows at the latest when the file is closed.
static bool close_table(const Session *s, Table *table, Error *error)
{
    if (!table->file) return true;
    errno = 0;
    const bool written = fflush(table->file) == 0 && !ferror(table->file);
    int reason = errno;
    const bool closed = fclose(table->file) == 0;
    if (written && !closed) reason = errno;
    table->file = NULL;
    return (written && closed) ||
           fail(error, "%s/%s: %s", s->results, table->name, strerror(reason ? reason : EIO));
}

void results_discard(Session *s)
{
    unfinished = NULL;
    for (int i = 0; i < s->tables; i++) {
        Table *table = &s->table[i];
        if (table->file) fclose(table->file);
        free(table->name);
        free(table->path);
    }
    s->tables = 0;
    run_folder_close(&s->folder);
}

// All are closed before they are shown: a disk that is full leaves the old results.
bool results_keep(Session *s, Error *error)
{
    bool ok = true;
    for (int i = 0; i < s->tables; i++) ok &= close_table(s, &s->table[i], error);
    ok = ok && (!s->folder.path || run_folder_keep(&s->folder, !s->trained_anew, error));
    results_discard(s);
    return ok;
}
