#include "run_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A name below the folder; one of its own files takes at most 255 bytes.
typedef struct Name {
    char text[300];
} Name;

static Name run_name(char run, const char *file)   // ".run-a/metrics.tsv", ".run-a" without a file
{
    Name name;
    snprintf(name.text, sizeof name.text, ".run-%c%s%s", run, *file ? "/" : "", file);
    return name;
}

static bool complain(const RunFolder *f, const char *file, Error *error)
{
    return fail(error, "%s%s%s: %s", f->path, *file ? "/" : "", file, strerror(errno));
}

// ---- What lies there

typedef bool Visit(const RunFolder *, const char *file, Error *);

// Calls visit with each name in a folder below this one until a call
// says false. One that is not there has none.
static bool each_name(const RunFolder *f, const char *folder, Visit *visit, Error *error)
{
    const int handle = openat(f->handle, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = handle < 0 ? NULL : fdopendir(handle);
    if (!list) return true;
    bool ok = true;
    for (const struct dirent *entry; ok && (entry = readdir(list));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            ok = visit(f, entry->d_name, error);
    closedir(list);
    return ok;
}

static bool each_file(const RunFolder *f, char run, Visit *visit, Error *error)
{
    return each_name(f, run_name(run, "").text, visit, error);
}

// What an editor leaves beside a file that it shows.
static bool is_hidden(const char *file) { return file[0] == '.'; }

static bool is_there(const RunFolder *f, char run, const char *file)
{
    return run && faccessat(f->handle, run_name(run, file).text, F_OK, 0) == 0;
}

// Is the file in the folder the one that .run shows?
static bool is_shown(const RunFolder *f, const char *file)
{
    Name wanted, link;
    snprintf(wanted.text, sizeof wanted.text, ".run/%s", file);
    const ssize_t length = readlinkat(f->handle, file, link.text, sizeof link.text - 1);
    if (length < 0) return false;
    link.text[length] = '\0';
    return strcmp(link.text, wanted.text) == 0;
}

// ---- Clearing away

static bool remove_file(const RunFolder *f, const char *file, Error *error)
{
    (void)error;
    if (!is_there(f, f->shown, file) && is_shown(f, file)) unlinkat(f->handle, file, 0);
    unlinkat(f->handle, run_name(f->next, file).text, 0);
    return true;
}

// The run that is not shown: a killed one, one that failed, or the one before the last.
static void remove_next(const RunFolder *f)
{
    each_file(f, f->next, remove_file, NULL);
    unlinkat(f->handle, run_name(f->next, "").text, AT_REMOVEDIR);
}

// ---- Links and copies

static bool copy_bytes(int from, int to)
{
    char bytes[1 << 16];
    ssize_t length;
    while ((length = read(from, bytes, sizeof bytes)) > 0)
        if (write(to, bytes, (size_t)length) != length) return false;
    return length == 0;
}

static bool copy_file(const RunFolder *f, const char *from, const char *to)
{
    const int source = openat(f->handle, from, O_RDONLY | O_CLOEXEC);
    const int target = openat(f->handle, to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool ok = source >= 0 && target >= 0 && copy_bytes(source, target);
    if (source >= 0) close(source);
    if (target >= 0) ok &= close(target) == 0;
    return ok;
}

// The file of the last run becomes one of this run too: the same file, or a copy where that cannot
// be.
static bool take_over(const RunFolder *f, const char *file, Error *error)
{
    const Name old = run_name(f->shown, file), new = run_name(f->next, file);
    if (is_hidden(file)) return true;
    if (linkat(f->handle, old.text, f->handle, new.text, 0) == 0 || errno == EEXIST) return true;
    return copy_file(f, old.text, new.text) || complain(f, file, error);
}

// A link is put in place by renaming, so that the name is never without a file.
static bool put_link(const RunFolder *f, const char *to, const char *name)
{
    unlinkat(f->handle, ".link", 0);
    return symlinkat(to, f->handle, ".link") == 0 &&
           renameat(f->handle, ".link", f->handle, name) == 0;
}

static bool show_file(const RunFolder *f, const char *file, Error *error)
{
    if (is_hidden(file) || is_shown(f, file)) return true;
    Name to;
    snprintf(to.text, sizeof to.text, ".run/%s", file);
    return put_link(f, to.text, file) || complain(f, file, error);
}

static bool move_out(const RunFolder *f, const char *file, Error *error)
{
    return is_hidden(file) ||
           renameat(f->handle, run_name(f->next, file).text, f->handle, file) == 0 ||
           complain(f, file, error);
}

static bool has_links(const RunFolder *f)
{
    unlinkat(f->handle, ".link", 0);
    const bool made = symlinkat(".run", f->handle, ".link") == 0;
    if (made) unlinkat(f->handle, ".link", 0);
    return made || (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS);
}

// ---- Opening

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

static bool take_lock(RunFolder *f, const char *program, Error *error)
{
    Error reason = {0};
    char *file = joined_text(f->path, "/", ".lock");
    const bool taken = lock_take(&f->lock, file, program, &reason);
    if (!taken)
        fail(error, "%s: %s%s", f->path, reason.message,
             errno == EWOULDBLOCK ? "; --out DIR writes elsewhere" : "");
    free(file);
    return taken;
}

static void find_shown(RunFolder *f)
{
    char link[8] = "";
    const ssize_t length = readlinkat(f->handle, ".run", link, sizeof link - 1);
    f->shown = length == 6 && (link[5] == 'a' || link[5] == 'b') ? link[5] : 0;
    f->next = f->shown == 'a' ? 'b' : 'a';
}

/* ---- A folder that was made otherwise: by a version that kept plain files, or by a copy that
 * followed links. Its files become a run, before anything is touched: they are linked or copied
 * into .run-a, .run is put, and only then do the names lead there.
 */

static bool is_plain_file(const RunFolder *f, const char *file)
{
    struct stat s;
    return fstatat(f->handle, file, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode);
}

static bool is_result(const char *file)
{
    const char *end = strrchr(file, '.');
    return !is_hidden(file) && end &&
           (strcmp(end, ".tsv") == 0 || strcmp(end, ".dot") == 0 ||
            strcmp(end, ".safetensors") == 0);
}

static bool adopt_file(const RunFolder *f, const char *file, Error *error)
{
    if (!is_result(file) || !is_plain_file(f, file)) return true;
    const Name new = run_name('a', file);
    if (linkat(f->handle, file, f->handle, new.text, 0) == 0 || errno == EEXIST) return true;
    return copy_file(f, file, new.text) || complain(f, file, error);
}

static bool adopt(RunFolder *f, Error *error)
{
    if (!is_plain_file(f, "metrics.tsv") || !has_links(f)) return true;
    remove_next(f);
    if (mkdirat(f->handle, ".run-a", 0777) != 0) return complain(f, ".run-a", error);
    if (!each_name(f, ".", adopt_file, error)) return false;
    if (!put_link(f, ".run-a", ".run")) return complain(f, ".run", error);
    find_shown(f);
    return each_file(f, 'a', show_file, error);
}

// Where a copy has followed the links, .run is no link but a folder.
static bool can_be_linked(const RunFolder *f, Error *error)
{
    struct stat s;
    if (fstatat(f->handle, ".run", &s, AT_SYMLINK_NOFOLLOW) != 0 || S_ISLNK(s.st_mode)) return true;
    return fail(
        error,
        "%s: its .run is no link, as in a copy that has followed links; remove %s/.run* first",
        f->path, f->path);
}

bool run_folder_open(RunFolder *f, const char *path, const char *program, Error *error)
{
    *f = (RunFolder){.path = copy_text(path), .handle = -1};
    bool ok =
        make_folders(path) || fail(error, "%s: cannot make this folder: %s", path, strerror(errno));
    if (ok) {
        f->handle = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ok = f->handle >= 0 || complain(f, "", error);
    }
    ok = ok && take_lock(f, program, error);
    ok = ok && can_be_linked(f, error);
    if (ok) {
        find_shown(f);
        ok = f->shown || adopt(f, error);
        remove_next(f);
        ok = ok &&
             (mkdirat(f->handle, run_name(f->next, "").text, 0777) == 0 || complain(f, "", error));
    }
    if (!ok) run_folder_close(f);
    return ok;
}

char *run_folder_file(const RunFolder *f, const char *name)
{
    return joined_text(f->path, "/", run_name(f->next, name).text);
}

// ---- Keeping

bool run_folder_keep(RunFolder *f, bool add, Error *error)
{
    if (!has_links(f)) return each_file(f, f->next, move_out, error);
    if (add && f->shown && !each_file(f, f->shown, take_over, error)) return false;
    if (!each_file(f, f->next, show_file, error)) return false;
    if (!put_link(f, run_name(f->next, "").text, ".run")) return complain(f, ".run", error);
    const char before = f->shown ? f->shown : f->next == 'a' ? 'b' : 'a';
    f->shown = f->next;
    f->next = before;
    return true;
}

void run_folder_close(RunFolder *f)
{
    if (!f->path) return;
    if (f->handle >= 0 && f->lock.path) remove_next(f);
    lock_release(&f->lock);
    if (f->handle >= 0) close(f->handle);
    free(f->path);
    *f = (RunFolder){0};
}
