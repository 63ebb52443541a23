/* place.c: where a program finds data/ and leaves build/results/: in the present folder, or, where
 * that has no data/, in the folder of the project that the program itself lies in.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app_private.h"
#include "text.h"

enum { LONGEST_PATH = 4096, DEEPEST = 4 };   // build/ci/clang/ch07-cnn

static bool is_folder(const char *path)
{
    struct stat status;
    const bool there = stat(path, &status) == 0;
    if (there && !S_ISDIR(status.st_mode)) errno = ENOTDIR;
    return there && S_ISDIR(status.st_mode);
}

// The project's folder with a slash behind it, from the path of the program; false where it lies
// elsewhere.
static bool above_program(char *path, size_t size)
{
    const ssize_t length = readlink("/proc/self/exe", path, size - 1);
    if (length <= 0) return false;
    path[length] = '\0';
    for (int level = 0; level < DEEPEST; level++) {
        char *slash = strrchr(path, '/');
        if (!slash) return false;
        *slash = '\0';
        char *known = joined_text(path, "/data/", "SHA256SUMS");
        const bool found = access(known, F_OK) == 0;
        free(known);
        if (found) {
            strcpy(slash, "/");
            return true;
        }
    }
    return false;
}

void place_find(App *app)
{
    char path[LONGEST_PATH];
    const bool elsewhere = !is_folder("data") && above_program(path, sizeof path);
    app->session->root = copy_text(elsewhere ? path : "");
    app->session->usual_data = joined_text(app->session->root, "data", "");
    app->data = app->session->usual_data;
}

// Does --data name one of the chapter's own sets? If not, the names of all are written to known.
static bool names_set(const App *app, char *known, size_t size)
{
    known[0] = '\0';
    for (const char *const *set = app->defaults.sets; set && *set; set++) {
        if (strcmp(*set, app->data) == 0) return true;
        list_word(known, size, *set);
    }
    return false;
}

void place_check(App *app)
{
    char here[LONGEST_PATH], known[200];
    if (names_set(app, known, sizeof known) || is_folder(app->data)) return;
    const int reason = errno;
    if (app->load && !known[0]) return;   // a network that is there can do without
    if (option_given(app->session, "--data") && known[0])
        app_fail(app, 2, "--data %s: not one of %s, and no folder", app->data, known);
    if (option_given(app->session, "--data"))
        app_fail(app, 1, "--data %s: %s", app->data, strerror(reason));
    app_fail(app, 1,
             "no data/ in %s, nor beside the program: start it in the project's folder, or say "
             "--data DIR",
             getcwd(here, sizeof here) ? here : "this folder");
}

void place_results(App *app)
{
    Session *s = app->session;
    const char *aside = app->defaults.aside;
    if (app->out) {
        s->results = copy_text(app->out);
        return;
    }
    char *usual = joined_text(s->root, "build/results/", app->name);
    s->results =
        joined_text(usual, aside && option_given(s, aside) ? aside + 1 : "", "");   // "-table"
    free(usual);
}

When file_time(const char *path)
{
    When when = {"an unknown time"};
    struct stat status;
    if (stat(path, &status) == 0)
        strftime(when.text, sizeof when.text, "%Y-%m-%d %H:%M:%S", localtime(&status.st_mtime));
    return when;
}
