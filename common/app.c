// How a chapter's program begins and ends.
#include "app.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app_private.h"
#include "device.h"
#include "parallel.h"

double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

// ---- Begin

static void print_machine(const App *app)
{
    if (app->quiet) return;
    printf("device %s, %d thread%s, %s, %s; CUDA %s\n", device_name(app->device), app->threads,
           app->threads == 1 ? "" : "s", cpu_vectors(), cpu_blas(), cuda_state(app->device));
    fflush(stdout);
}

static void open_machine(App *app)
{
    Error error = {0};
    if (!device_open(app->device, &error)) app_fail(app, 2, "%s", error.message);
    threads_set(app->threads);
    app->threads = threads_count();
}

static bool same_folder(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

// Is it the file in which the run leaves its network? That has no optimizer, and would replace what
// --resume needs.
static bool is_own_network(const App *app)
{
    const char *slash = strrchr(app->save, '/'), *file = slash ? slash + 1 : app->save;
    const char *own = "network.safetensors";
    const size_t length = strlen(file), end = strlen(own);
    if (length < end || strcmp(file + length - end, own) != 0) return false;
    char *folder = copy_text(app->save);
    if (slash) folder[slash - app->save + 1] = '\0';
    const bool same = same_folder(slash ? folder : ".", app->session->results);
    free(folder);
    return same;
}

// Better now than after the first epoch: may the file be written, and is nobody else about to?
static void check_save(App *app)
{
    if (!app->save) return;
    Error error = {0};
    struct stat known;
    if (is_own_network(app))
        app_fail(app, 1, "--save %s: the run leaves its network there; choose another name",
                 app->save);
    if (stat(app->save, &known) == 0 && !S_ISREG(known.st_mode))
        app_fail(app, 1, "--save %s: exists and is no ordinary file", app->save);
    char *lock = joined_text(app->save, ".lock", ""),
         *leftover = joined_text(app->save, ".part", "");
    const bool taken = lock_take(&app->session->save_lock, lock, app->name, &error);
    if (taken) unlink(leftover);
    free(lock);
    free(leftover);
    if (!taken) app_fail(app, 1, "--save %s: %s", app->save, error.message);
}

// With `>&-` the first file that is opened would become standard output, and our lines stand in a
// table.
static void open_standard_files(void)
{
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) exit(1);
}

App app_new(const char *name, Defaults defaults)
{
    App app = {.name = name,
               .defaults = defaults,
               .epochs = defaults.epochs,
               .batch = defaults.batch,
               .lr = defaults.learning_rate,
               .epoch = 1};
    Session *s = app.session = allocate(1, sizeof *s);
    s->started = seconds_now();
    s->seed = "1";
    s->device = "auto";
    place_find(&app);
    return app;
}

App app_begin(const char *name, int argc, char **argv, Defaults defaults)
{
    open_standard_files();
    interrupt_prepare();
    App app = app_new(name, defaults);
    app.session->terminal = isatty(STDOUT_FILENO);
    options_read(&app, argc, argv);
    resume_check(&app);
    load_seed(&app);
    if (!resume_describe(&app, app.progress.options, sizeof app.progress.options))
        usage_fail(&app, "options that change the training: too long");
    place_check(&app);
    place_results(&app);
    check_save(&app);
    open_machine(&app);
    print_machine(&app);
    return app;
}

// ---- End

void app_free(App *app)
{
    Session *s = app->session;
    if (!s) return;
    results_discard(s);
    lock_release(&s->save_lock);
    training_free(s);
    free(s->results);
    free(s->root);
    free(s->usual_data);
    for (int i = 0; i < s->options; i++) {
        free(s->usual[i]);
        free(s->taken[i]);
    }
    free(s);
    app->session = NULL;
}

void app_leave(App *app, int status)
{
    app_free(app);
    exit(status);
}

void app_fail(App *app, int status, const char *format, ...)
{
    signal(SIGPIPE, SIG_IGN);   // nobody may be listening any more, and files wait to be removed
    if (app->session) progress_clear(app);
    fflush(stdout);
    fprintf(stderr, "%s: ", app->name);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    app_leave(app, status);
}

void app_check(App *app, bool ok, const Error *error)
{
    if (!ok) app_fail(app, 1, "%s", error->message);
}

static void add_usual_metrics(App *app)
{
    char text[96];
    snprintf(text, sizeof text, "%" PRIu64, app->seed);
    app_metric_text(app, "seed", text);
    app_metric(app, "threads", app->threads, "");
    app_metric_text(app, "device", device_name(app->device));
#ifdef __clang__
    snprintf(text, sizeof text, "clang %s, %s, %zu-bit numbers", __clang_version__, cpu_vectors(),
             8 * sizeof(Real));
#else
    snprintf(text, sizeof text, "gcc %s, %s, %zu-bit numbers", __VERSION__, cpu_vectors(),
             8 * sizeof(Real));
#endif
    app_metric_text(app, "build", text);
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        app_metric(app, "peak_memory", (double)usage.ru_maxrss / 1024, "MiB");
    app_metric(app, "total_seconds", seconds_now() - app->session->started, "s");
}

// One peak, whoever has asked for it last.
static void add_peak(App *app)
{
    const double peak = peak_so_far(), gflops = app->session->gflops;
    if (peak > 0) app_metric(app, "peak_gflops", peak, "GFLOP/s");
    if (peak > 0 && gflops > 0) app_metric(app, "peak_share", gflops / peak, "fraction");
}

int app_end(App *app)
{
    app_stop_if_interrupted(app);
    add_peak(app);
    const bool found = app->session->folder.path != NULL;   // anything
    if (found && (app->session->trained_anew || !metrics_add_old(app))) add_usual_metrics(app);
    progress_clear(app);
    Error error = {0};
    app_check(app, results_keep(app->session, &error), &error);
    if (fflush(stdout) != 0 || ferror(stdout))
        app_fail(app, 1, "standard output: cannot be written%s%s",
                 found ? "; the results are in " : "", found ? app->session->results : "");
    app_free(app);
    return 0;
}

// ---- Findings

static void say(const App *app, const char *format, va_list arguments)
{
    progress_clear(app);
    app->session->live_lines = 0;
    vprintf(format, arguments);
    putchar('\n');
    fflush(stdout);
}

void app_say(const App *app, const char *format, ...)
{
    if (app->quiet) return;
    va_list arguments;
    va_start(arguments, format);
    say(app, format, arguments);
    va_end(arguments);
}

void app_detail(const App *app, const char *format, ...)
{
    if (!app->verbose || app->quiet) return;
    va_list arguments;
    va_start(arguments, format);
    say(app, format, arguments);
    va_end(arguments);
}
